package org.libvirtspm.host.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LibvirtLayoutTest {

  private static String layout(String xml) {
    return new String(
        LibvirtLayout.of(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  @Test
  void onlyWhatTheDomainHasIsLeft() {
    String written =
        """
        <domain type="kvm"><!-- mine --><title>a &lt; 'b'</title>
         <memory unit='GiB'>1</memory><currentMemory>4</currentMemory>
            <cpu><numa><cell id="0" memory="2" unit="MiB"/></numa></cpu>
          <devices><memory model='dimm'><target><size unit='MiB'>256</size></target>
            <alias name='ua-spm1'/><address type='dimm' slot='0'/></memory>
            <disk><address type='pci'/></disk></devices>
        </domain>
        """;
    String expected =
        """
        <domain type='kvm'>
          <title>a &lt; 'b'</title>
          <memory unit='KiB'>1048576</memory>
          <currentMemory>4</currentMemory>
          <cpu>
            <numa>
              <cell id='0' memory='2048' unit='KiB'/>
            </numa>
          </cpu>
          <devices>
            <memory model='dimm'>
              <target>
                <size unit='KiB'>262144</size>
              </target>
              <alias name='ua-spm1'/>
            </memory>
            <disk>
              <address type='pci'/>
            </disk>
          </devices>
        </domain>
        """;
    assertEquals(expected, layout(written));
    assertEquals(expected, layout(expected));
  }

  @Test
  void declarationKeepsItsUnits() {
    String declaration =
        """
        <domain>
          <metadata>
            <spm:numa xmlns:spm='https://libvirt-spm.org/xmlns/domain/1.0'>
              <spm:cell memory='16' unit='GiB'/>
            </spm:numa>
          </metadata>
        </domain>
        """;
    assertEquals(declaration, layout(declaration));
  }
}
