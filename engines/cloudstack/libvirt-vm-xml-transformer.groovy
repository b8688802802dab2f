/*
 * CloudStack's KVM agent calls this with the XML of each VM, just before it hands it to libvirt:
 * virt-spm translates VMs that declare Specific Purpose Memory in their offering's extraconfig.
 *
 * The agent starts a VM with unchanged XML when its script fails in whatever way. So this never
 * throws: on every failure it answers a document that libvirt refuses with the reason.
 */

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

class VirtSpmTransformer {

    /** -Dvirt-spm.seconds=N in the agent's JAVA_OPTS sets another. */
    private static final long LIMIT_SECONDS = Long.getLong('virt-spm.seconds', 60)
    private static final String REFUSAL = "<domain type='libvirt-spm refuses: "

    /** The longest reason that libvirt's messages have room for. */
    private static final int REASON_LENGTH = 800

    /** The agent calls what its agent.hooks.libvirt_vm_xml_transformer.method names. */
    Object methodMissing(String name, Object arguments) {
        return transform(arguments[0], arguments[1] as String)
    }

    /** Called by the agent; the logger is its own. */
    String transform(Object logger, String xml) {
        String answer
        try {
            answer = mayDeclareSpm(xml) ? filter(xml) : xml
        } catch (Throwable e) {
            answer = refusal('virt-spm could not be run: ' + e)
        }
        if (answer.startsWith(REFUSAL)) {
            log(logger, answer.trim())
        }
        return answer
    }

    /** False for VMs that can't have to do with SPM: they start whatever state virt-spm is in. */
    private static boolean mayDeclareSpm(String xml) {
        return xml =~ /(?i)spm|smp|<cell|&#/
    }

    private static String filter(String xml) {
        Path folder = Files.createTempDirectory('virt-spm')
        try {
            return filter(xml, folder)
        } finally {
            folder.toFile().deleteDir()
        }
    }

    /** Input and output are files, so that no pipe can fill up or stay open. */
    private static String filter(String xml, Path folder) {
        File input = folder.resolve('vm.xml').toFile()
        File output = folder.resolve('libvirt.xml').toFile()
        File errors = folder.resolve('errors').toFile()
        input.setText(xml, 'UTF-8')
        String program = System.getenv('VIRT_SPM') ?: '/usr/bin/virt-spm'
        ProcessBuilder builder = new ProcessBuilder(program, 'filter', '--refusal-document')
        builder.environment().putIfAbsent('LIBVIRT_DEFAULT_URI', 'qemu:///system')
        builder.redirectInput(input).redirectOutput(output).redirectError(errors)
        Process process = builder.start()
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach { it.destroyForcibly() }
            process.destroyForcibly()
            return refusal(program + ' did not end within ' + LIMIT_SECONDS + ' seconds')
        }
        return judge(program, process.exitValue(), output.getText('UTF-8'), errors.getText('UTF-8'))
    }

    private static String judge(String program, int status, String output, String errors) {
        boolean isRefusal = output.startsWith(REFUSAL)
        if (isRefusal || (status == 0 && output.contains('<domain'))) {
            return output
        }
        String first = errors.readLines().find { it.contains('error') } ?: 'it printed no document'
        return refusal(program + ' ended with status ' + status + ': ' + first)
    }

    private static String refusal(String reason) {
        String plain = reason.replaceAll(/[^ -~]/, '?')
        String kept = plain.substring(0, Math.min(plain.length(), REASON_LENGTH))
        String escaped = kept.replace('&', '&amp;').replace('<', '&lt;').replace("'", '&apos;')
        return REFUSAL + escaped + "'><name>libvirt-spm</name></domain>"
    }

    private static void log(Object logger, String answer) {
        try {
            logger.error(answer)
        } catch (Throwable ignored) {
            // The answer itself carries the reason to libvirt's error.
        }
    }
}

new VirtSpmTransformer()
