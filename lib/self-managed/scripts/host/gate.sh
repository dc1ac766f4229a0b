#!/bin/bash
# gate.sh SETTINGS MANIFEST
# On a control plane, after all nodes have joined: is this a cluster that works? SETTINGS is a directory with
# nodes, nodes.json and taints; MANIFEST is the file of the pod network or 'none', in which case nodes need to be registered only.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
take_host_lock 300
settings=$1 manifest=$2
space=kubewhere-gate-$(date +%s)

mapfile -t nodes <"$settings/nodes"
for node in "${nodes[@]}"; do
  wait_for 120 "node $node to register" admin get node "$node" || exit 1
done

# two nodes with one machine-id are one machine cloned: leases, logs and volumes get mixed up
twins=$(admin get nodes -o jsonpath='{range .items[*]}{.status.nodeInfo.machineID} {.metadata.name}{"\n"}{end}' | sort |
  awk '$1 == id { print name " and " $2 } { id = $1; name = $2 }')
[ -z "$twins" ] || die "nodes share a machine-id: $twins; give cloned machines their own with systemd-machine-id-setup"

# Server-side apply under a name of our own: a label that is taken out of the description leaves the node too.
admin apply --server-side --force-conflicts --field-manager=kubewhere -f "$settings/nodes.json" >/dev/null
while read -r node taint; do
  [ -z "$node" ] || admin taint node "$node" --overwrite "$taint" >/dev/null
done <"$settings/taints"

pod=$(healthy_etcd_pod '') || die 'no etcd member answers'
wait_for_whole_etcd "$pod"

if [ "$manifest" != none ]; then
  admin apply --server-side --force-conflicts --field-manager=kubewhere -f "$manifest"
  for node in "${nodes[@]}"; do
    admin wait node "$node" --for=condition=Ready --timeout=600s --request-timeout=0 >/dev/null || {
      admin describe node "$node" | sed -n '/^Conditions/,/^Addresses/p' >&2
      die "$node is not ready; see the pods of the network with 'kubectl get pods -A -o wide'"
    }
  done
fi

# An API that answers can still have controllers that saw nothing since etcd grew. So something is asked of them.
trap 'admin delete namespace "$space" --ignore-not-found --wait=false >/dev/null 2>&1 || true' EXIT
admin create namespace "$space" >/dev/null
admin -n "$space" create service clusterip probe --tcp=80 >/dev/null
controllers_act() {
  admin -n "$space" get serviceaccount default &&
    admin -n "$space" get endpointslices -l kubernetes.io/service-name=probe -o name | grep -q .
}
wait_for 120 'controllers to act on a new namespace and Service' controllers_act ||
  die "controllers do not act: look for the leader with 'kubectl -n kube-system get lease kube-controller-manager' and restart it by moving its manifest away and back"
say "${#nodes[@]} nodes are registered, etcd is healthy, controllers act"
