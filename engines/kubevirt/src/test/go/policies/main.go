// Usage: policies DEPLOYED DEPLOYED_FOR_1.10 POD VM
//
// Gives the policies in the file DEPLOYED, which kustomize has made, to the admission plugins of the Kubernetes API
// server, and then pods and VMs. Says what it did, or panics.
package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	vap "k8s.io/api/admissionregistration/v1"
	mapv1alpha1 "k8s.io/api/admissionregistration/v1alpha1"
	core "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"sigs.k8s.io/yaml"
)

var (
	pluginKind     = schema.GroupVersionKind{Group: "plugin.kubevirt.io", Version: "v1alpha1", Kind: "Plugin"}
	pluginResource = pluginKind.GroupVersion().WithResource("plugins")
	count          int
)

const cells = "libvirt-spm.org/cells"

// The policies and their bindings, and the Plugin. Debian's API server has the mutating kind as v1alpha1 only, with
// the same fields as v1.
func read(file string) (policies []runtime.Object, plugin *unstructured.Unstructured) {
	text, err := os.ReadFile(file)
	must(err)
	for _, part := range bytes.Split(text, []byte("\n---\n")) {
		var some unstructured.Unstructured
		must(yaml.Unmarshal(part, &some.Object))
		var policy runtime.Object
		switch some.GetKind() {
		case "ValidatingAdmissionPolicy":
			policy = &vap.ValidatingAdmissionPolicy{}
		case "ValidatingAdmissionPolicyBinding":
			policy = &vap.ValidatingAdmissionPolicyBinding{}
		case "MutatingAdmissionPolicy":
			policy = &mapv1alpha1.MutatingAdmissionPolicy{}
		case "MutatingAdmissionPolicyBinding":
			policy = &mapv1alpha1.MutatingAdmissionPolicyBinding{}
		case "Plugin":
			plugin = &some
			continue
		default:
			continue
		}
		must(yaml.UnmarshalStrict(part, policy))
		policies = append(policies, policy)
	}
	return policies, plugin
}

func readInto[T any](file string) *T {
	text, err := os.ReadFile(file)
	must(err)
	object := new(T)
	must(yaml.UnmarshalStrict(text, object))
	return object
}

func expect(what string, err error, wanted string) {
	count++
	if wanted == "" {
		if err != nil {
			panic(fmt.Sprintf("policies: failed: %s: %v", what, err))
		}
	} else if err == nil || !strings.Contains(err.Error(), wanted) {
		panic(fmt.Sprintf("policies: failed: %s: wanted '%s', got: %v", what, wanted, err))
	}
}

func check(what string, fine bool) {
	count++
	if !fine {
		panic("policies: failed: " + what)
	}
}

func container(pod *core.Pod) *core.Container {
	for i := range pod.Spec.Containers {
		if pod.Spec.Containers[i].Name == "libvirt-spm" {
			return &pod.Spec.Containers[i]
		}
	}
	return nil
}

func without(pod *core.Pod, change func(*core.Pod)) *core.Pod {
	pod = pod.DeepCopy()
	change(pod)
	return pod
}

func pods(policies []runtime.Object, plugin *unstructured.Unstructured, asking *core.Pod) {
	s := start(policies, plugin)
	defer s.end()
	pod, err := s.createPod(asking)
	expect("a pod that asks", err, "")
	sidecar := container(pod)
	check("the container is there", sidecar != nil && len(pod.Spec.Containers) == len(asking.Spec.Containers)+1)
	check("it runs as nobody special", *sidecar.SecurityContext.RunAsUser == 107 && *sidecar.SecurityContext.RunAsNonRoot &&
		*sidecar.SecurityContext.ReadOnlyRootFilesystem && !*sidecar.SecurityContext.AllowPrivilegeEscalation &&
		sidecar.SecurityContext.Capabilities.Drop[0] == "ALL" &&
		sidecar.SecurityContext.SeccompProfile.Type == core.SeccompProfileTypeRuntimeDefault)
	check("it has its socket", sidecar.VolumeMounts[0].SubPath == "libvirt-spm" &&
		strings.HasPrefix(sidecar.Args[1], sidecar.VolumeMounts[0].MountPath))
	check("it has 128 to 256 MiB", sidecar.Resources.Requests.Memory().String() == "128Mi" &&
		sidecar.Resources.Limits.Memory().String() == "256Mi")
	again := s.mutate(pod)
	check("it comes once", len(again.Spec.Containers) == len(pod.Spec.Containers))

	guaranteed := s.mutate(without(asking, func(p *core.Pod) {
		for i := range p.Spec.Containers {
			resources := &p.Spec.Containers[i].Resources
			resources.Limits = resources.Requests
		}
	}))
	resources := container(guaranteed).Resources
	check("a Guaranteed pod stays one", resources.Requests.Cpu().Equal(*resources.Limits.Cpu()) &&
		resources.Requests.Memory().Equal(*resources.Limits.Memory()))

	for name, other := range map[string]*core.Pod{
		"a VM that does not ask": without(asking, func(p *core.Pod) { delete(p.Annotations, cells) }),
		"a VM without annotations and volumes": without(asking, func(p *core.Pod) {
			p.Annotations, p.Spec.Volumes = nil, nil
		}),
		"a pod that is no VM": without(asking, func(p *core.Pod) { p.Labels = nil }),
	} {
		pod, err := s.createPod(other)
		expect(name, err, "")
		check(name+" gets no container", container(pod) == nil)
	}

	_, err = s.createPod(without(asking, func(p *core.Pod) { p.Spec.Volumes = nil }))
	expect("the feature gate is off", err, "feature gate Plugins")
	expect("the mutating policy is not there", s.validate(asking, nil, "pods"), "has no container of libvirt-spm")
	expect("another container has the name", s.validate(without(pod, func(p *core.Pod) {
		container(p).VolumeMounts = nil
	}), nil, "pods"), "has no container of libvirt-spm")
	for name, change := range map[string]func(*core.Container){
		"another socket": func(c *core.Container) { c.Args[1] = "/tmp/hook.sock" },
		"other arguments": func(c *core.Container) { c.Args = append([]string{"--dialect", "spm"}, c.Args...) },
		"no arguments":   func(c *core.Container) { c.Args = nil },
		"another command": func(c *core.Container) { c.Command = []string{"/bin/true"} },
	} {
		expect(name, s.validate(without(pod, func(p *core.Pod) { change(container(p)) }), nil, "pods"),
			"does not serve /var/run/kubevirt-plugin/libvirt-spm/hook.sock")
	}
	expect("the label is lost", s.validate(without(pod, func(p *core.Pod) {
		delete(p.Labels, "libvirt-spm.org/plugin")
	}), nil, "pods"), "has no label")
}

// Whether there is a Plugin is seen for VMs that ask, and for no others.
func pluginIsThere(policies []runtime.Object, plugin, later *unstructured.Unstructured, asking *core.Pod) {
	s := start(policies)
	_, err := s.createPod(asking)
	expect("there is no Plugin", err, "no params found for policy binding with `Deny` parameterNotFoundAction")
	_, err = s.createPod(without(asking, func(p *core.Pod) { delete(p.Annotations, cells) }))
	expect("there is no Plugin, and a VM does not ask", err, "")
	s.end()
	ignoring := plugin.DeepCopy()
	ignoring.Object["spec"].(map[string]any)["domainHooks"].([]any)[0].(map[string]any)["failureStrategy"] = "Ignore"
	foreign := plugin.DeepCopy()
	foreign.Object["spec"] = map[string]any{}
	lenient := plugin.DeepCopy()
	lenient.Object["spec"].(map[string]any)["failureStrategy"] = "Ignore"
	hook := lenient.Object["spec"].(map[string]any)["domainHooks"].([]any)[0].(map[string]any)
	delete(hook, "failureStrategy")
	silent := plugin.DeepCopy()
	silent.Object["spec"].(map[string]any)["condition"] = "false"
	unasked := plugin.DeepCopy()
	hook = unasked.Object["spec"].(map[string]any)["domainHooks"].([]any)[0].(map[string]any)
	hook["condition"] = "false"
	forbidden := later.DeepCopy()
	hook = forbidden.Object["spec"].(map[string]any)["launcherHooks"].([]any)[0].(map[string]any)
	delete(hook["sidecar"].(map[string]any), "permittedHooks")
	for wanted, other := range map[string][]*unstructured.Unstructured{
		"":                                  {later},
		"the Plugin libvirt-spm has no hook": {ignoring, foreign, lenient, silent, unasked, forbidden},
	} {
		for _, one := range other {
			s := start(policies, one)
			_, err := s.createPod(asking)
			expect("another Plugin", err, wanted)
			s.end()
		}
	}
}

func object(kind, place string, annotations map[string]any) *unstructured.Unstructured {
	made := &unstructured.Unstructured{Object: map[string]any{
		"apiVersion": "kubevirt.io/v1", "kind": kind, "metadata": map[string]any{"name": "vm"},
		"spec": map[string]any{"template": map[string]any{"metadata": map[string]any{}}}}}
	at := made.Object["metadata"]
	if place == "template" {
		at = made.Object["spec"].(map[string]any)["template"].(map[string]any)["metadata"]
	}
	at.(map[string]any)["annotations"] = annotations
	return made
}

func requests(policies []runtime.Object, plugin, example *unstructured.Unstructured) {
	s := start(policies, plugin)
	defer s.end()
	asks := map[string]any{cells: "<cell memory='1' unit='GiB'/>"}
	const vms, vmis = "virtualmachines", "virtualmachineinstances"
	expect("the example", s.validate(example, nil, vms), "")
	wrong := object("VirtualMachine", "itself", asks)
	expect("a VM that asks in the wrong place", s.validate(wrong, nil, vms), "belong to spec.template.metadata")
	expect("a VM that was there before the policy", s.validate(wrong, wrong, vms), "")
	plain := object("VirtualMachine", "itself", map[string]any{"a": "b"})
	expect("a VM that is changed to ask in the wrong place", s.validate(wrong, plain, vms), "belong to spec.template")
	expect("a VM that does not ask", s.validate(plain, nil, vms), "")
	misspelt := map[string]any{"Libvirt-SPM.org/Cells": "<cell/>"}
	wrong = object("VirtualMachine", "template", misspelt)
	expect("a VM that asks in other words", s.validate(wrong, nil, vms), "is none of cells, dialect and libvirt")
	expect("a VM that asked so before", s.validate(wrong, wrong, vms), "")
	wrong = object("VirtualMachineInstance", "itself", map[string]any{"libvirt-spm.org/cell": "<cell/>"})
	expect("a VMI that asks in other words", s.validate(wrong, nil, vmis), "is none of cells, dialect and libvirt")
	vmi := object("VirtualMachineInstance", "itself", asks)
	other := object("VirtualMachineInstance", "itself", map[string]any{cells: "<cell/>"})
	none := object("VirtualMachineInstance", "itself", nil)
	expect("a VMI that asks", s.validate(vmi, nil, vmis), "")
	expect("a VMI that goes on", s.validate(vmi, vmi, vmis), "")
	for _, change := range [][]*unstructured.Unstructured{{vmi, other}, {vmi, none}, {none, vmi}} {
		expect("a VMI that is changed", s.validate(change[0], change[1], vmis), "cannot be changed while a VM runs")
	}
}

func main() {
	// The client that stands for the API server's own lists and watches in two steps.
	must(os.Setenv("KUBE_FEATURE_WatchListClient", "false"))
	policies, plugin := read(os.Args[1])
	_, later := read(os.Args[2])
	asking := readInto[core.Pod](os.Args[3])
	example := &unstructured.Unstructured{Object: *readInto[map[string]any](os.Args[4])}
	pods(policies, plugin, asking)
	pluginIsThere(policies, plugin, later, asking)
	requests(policies, plugin, example)
	fmt.Printf("policies: %d decisions of the API server's own code are as they should be\n", count)
}
