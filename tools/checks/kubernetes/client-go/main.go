// Command client-go keeps shared informers over NetworkPolicies, Pods and Namespaces, and prints what they see, one line
// each: "add|update|delete RESOURCE KEY", "list N RESOURCE" when it lists for the Nth time (again after 410 Gone), "synced
// RESOURCE N" when it has done so first. The line "count" on standard input asks for "count RESOURCE N".
package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"sync"
	"sync/atomic"

	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/fields"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/cache"
)

var output sync.Mutex

func say(format string, values ...any) {
	output.Lock()
	defer output.Unlock()
	fmt.Printf(format+"\n", values...)
}

type watched struct {
	resource string
	group    schema.GroupVersion
	path     string
	object   runtime.Object
}

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: client-go URL CERTIFICATE TOKEN")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(url, certificate, token string) error {
	scheme := runtime.NewScheme()
	if err := corev1.AddToScheme(scheme); err != nil {
		return err
	}
	if err := networkingv1.AddToScheme(scheme); err != nil {
		return err
	}
	metav1.AddToGroupVersion(scheme, schema.GroupVersion{Version: "v1"})
	codecs := serializer.NewCodecFactory(scheme).WithoutConversion()
	kinds := []watched{
		{"namespaces", corev1.SchemeGroupVersion, "/api", &corev1.Namespace{}},
		{"networkpolicies", networkingv1.SchemeGroupVersion, "/apis", &networkingv1.NetworkPolicy{}},
		{"pods", corev1.SchemeGroupVersion, "/api", &corev1.Pod{}},
	}
	informers := map[string]cache.SharedIndexInformer{}
	for _, kind := range kinds {
		config := &rest.Config{
			Host:            url,
			APIPath:         kind.path,
			BearerToken:     token,
			TLSClientConfig: rest.TLSClientConfig{CAFile: certificate},
			ContentConfig:   rest.ContentConfig{GroupVersion: &kind.group, NegotiatedSerializer: codecs},
		}
		client, err := rest.RESTClientFor(config)
		if err != nil {
			return err
		}
		informer, err := newInformer(client, kind)
		if err != nil {
			return err
		}
		informers[kind.resource] = informer
		go informer.Run(context.Background().Done())
	}
	for _, kind := range kinds {
		informer := informers[kind.resource]
		cache.WaitForCacheSync(nil, informer.HasSynced)
		say("synced %s %d", kind.resource, len(informer.GetStore().ListKeys()))
	}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		for _, kind := range kinds {
			say("count %s %d", kind.resource, len(informers[kind.resource].GetStore().ListKeys()))
		}
	}
	return lines.Err()
}

func newInformer(client rest.Interface, kind watched) (cache.SharedIndexInformer, error) {
	remote := cache.NewListWatchFromClient(client, kind.resource, metav1.NamespaceAll, fields.Everything())
	var lists atomic.Int32
	source := &cache.ListWatch{
		ListFunc: func(options metav1.ListOptions) (runtime.Object, error) {
			say("list %d %s", lists.Add(1), kind.resource)
			return remote.List(options)
		},
		WatchFunc: remote.Watch,
	}
	informer := cache.NewSharedIndexInformer(source, kind.object, 0, cache.Indexers{})
	err := informer.SetWatchErrorHandler(func(_ *cache.Reflector, err error) {
		say("error %s %v", kind.resource, err)
	})
	if err != nil {
		return nil, err
	}
	tell := func(verb string) func(object any) {
		return func(object any) {
			if key, err := cache.DeletionHandlingMetaNamespaceKeyFunc(object); err == nil {
				say("%s %s %s", verb, kind.resource, key)
			}
		}
	}
	_, err = informer.AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc:    tell("add"),
		UpdateFunc: func(_, object any) { tell("update")(object) },
		DeleteFunc: tell("delete"),
	})
	return informer, err
}
