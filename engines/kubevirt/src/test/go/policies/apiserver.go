package main

import (
	"context"
	"fmt"

	vap "k8s.io/api/admissionregistration/v1"
	mapv1alpha1 "k8s.io/api/admissionregistration/v1alpha1"
	core "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/conversion"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/admission"
	"k8s.io/apiserver/pkg/admission/plugin/policy/mutating"
	"k8s.io/apiserver/pkg/admission/plugin/policy/validating"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/authorization/authorizerfactory"
	"k8s.io/client-go/discovery"
	dynamic "k8s.io/client-go/dynamic/fake"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/kubernetes/fake"
	clientscheme "k8s.io/client-go/kubernetes/scheme"
	"k8s.io/client-go/openapi"
)

// The two admission plugins of an API server that has these objects and nothing else.
type server struct {
	scheme     *runtime.Scheme
	mutating   *mutating.Plugin
	validating *validating.Plugin
	stop       chan struct{}
}

// What the mutating plugin wants to know of pods: that there are such.
type podSchema struct{}

func (podSchema) Paths() (map[string]openapi.GroupVersion, error) {
	return map[string]openapi.GroupVersion{"api/v1": podSchema{}}, nil
}

func (podSchema) ServerRelativeURL() string { return "pods" }

func (podSchema) Schema(string) ([]byte, error) {
	return []byte(`{"openapi": "3.0.0", "info": {"title": "pods", "version": "1"}, "paths": {}, "components": {"schemas":
		{"io.k8s.api.core.v1.Pod": {"type": "object", "x-kubernetes-group-version-kind":
		[{"group": "", "kind": "Pod", "version": "v1"}]}}}}`), nil
}

type podDiscovery struct{ discovery.DiscoveryInterface }

func (podDiscovery) OpenAPIV3() openapi.Client { return podSchema{} }

type client struct{ kubernetes.Interface }

func (c client) Discovery() discovery.DiscoveryInterface { return podDiscovery{c.Interface.Discovery()} }

// What the API server fills in as it stores a policy.
func selectorOr(selector *metav1.LabelSelector) *metav1.LabelSelector {
	if selector == nil {
		return &metav1.LabelSelector{}
	}
	return selector
}

func start(objects []runtime.Object, plugins ...*unstructured.Unstructured) *server {
	s := &server{scheme: runtime.NewScheme(), stop: make(chan struct{})}
	must(clientscheme.AddToScheme(s.scheme))
	must(s.scheme.AddConversionFunc((*core.Pod)(nil), (*core.Pod)(nil), func(from, to any, _ conversion.Scope) error {
		from.(*core.Pod).DeepCopyInto(to.(*core.Pod))
		return nil
	}))
	all := []runtime.Object{&core.Namespace{ObjectMeta: metav1.ObjectMeta{Name: "default"}}}
	for _, object := range objects {
		switch policy := object.(type) {
		case *vap.ValidatingAdmissionPolicy:
			constraints, equivalent := policy.Spec.MatchConstraints, vap.Equivalent
			constraints.MatchPolicy, constraints.NamespaceSelector = &equivalent, selectorOr(nil)
			constraints.ObjectSelector = selectorOr(constraints.ObjectSelector)
		case *mapv1alpha1.MutatingAdmissionPolicy:
			constraints, equivalent := policy.Spec.MatchConstraints, mapv1alpha1.Equivalent
			constraints.MatchPolicy, constraints.NamespaceSelector = &equivalent, selectorOr(nil)
			constraints.ObjectSelector = selectorOr(constraints.ObjectSelector)
		}
		all = append(all, object)
	}
	kube := client{fake.NewClientset(all...)}
	mapper := meta.NewDefaultRESTMapper(nil)
	mapper.AddSpecific(pluginKind, pluginResource, pluginResource, meta.RESTScopeRoot)
	var parameters []runtime.Object
	for _, plugin := range plugins {
		parameters = append(parameters, plugin)
	}
	crs := dynamic.NewSimpleDynamicClientWithCustomListKinds(runtime.NewScheme(),
		map[schema.GroupVersionResource]string{pluginResource: "PluginList"}, parameters...)
	factory := informers.NewSharedInformerFactory(kube, 0)
	s.mutating = mutating.NewPlugin(nil)
	s.mutating.SetEnabled(true)
	s.validating = validating.NewPlugin(nil)
	for _, plugin := range []interface {
		SetExternalKubeInformerFactory(informers.SharedInformerFactory)
		SetExternalKubeClientSet(kubernetes.Interface)
		ValidateInitialization() error
	}{s.mutating, s.validating} {
		plugin.SetExternalKubeInformerFactory(factory)
		plugin.SetExternalKubeClientSet(kube)
	}
	s.mutating.SetRESTMapper(mapper)
	s.validating.SetRESTMapper(mapper)
	s.mutating.SetDynamicClient(crs)
	s.validating.SetDynamicClient(crs)
	s.mutating.SetDrainedNotification(s.stop)
	s.validating.SetDrainedNotification(s.stop)
	s.mutating.SetAuthorizer(authorizerfactory.NewAlwaysAllowAuthorizer())
	s.validating.SetAuthorizer(authorizerfactory.NewAlwaysAllowAuthorizer())
	must(s.mutating.ValidateInitialization())
	must(s.validating.ValidateInitialization())
	factory.Start(s.stop)
	factory.WaitForCacheSync(s.stop)
	return s
}

func (s *server) end() { close(s.stop) }

func (s *server) attributes(object, old runtime.Object, resource string) admission.Attributes {
	kind := object.GetObjectKind().GroupVersionKind()
	accessor, err := meta.Accessor(object)
	must(err)
	operation := admission.Create
	if old != nil {
		operation = admission.Update
	}
	return admission.NewAttributesRecord(object, old, kind, "default", accessor.GetName(),
		kind.GroupVersion().WithResource(resource), "", operation, nil, false, &user.DefaultInfo{Name: "virt-controller"})
}

// What both plugins make of a pod that is created.
func (s *server) createPod(pod *core.Pod) (*core.Pod, error) {
	mutated := s.mutate(pod)
	return mutated, s.validate(mutated, nil, "pods")
}

func (s *server) mutate(pod *core.Pod) *core.Pod {
	pod = pod.DeepCopy()
	attributes := s.attributes(pod, nil, "pods")
	must(s.mutating.Admit(context.Background(), attributes, admission.NewObjectInterfacesFromScheme(s.scheme)))
	return attributes.GetObject().(*core.Pod)
}

func (s *server) validate(object, old runtime.Object, resource string) error {
	return s.validating.Validate(context.Background(), s.attributes(object, old, resource),
		admission.NewObjectInterfacesFromScheme(s.scheme))
}

func must(err error) {
	if err != nil {
		panic(fmt.Sprint("policies: failed: ", err))
	}
}
