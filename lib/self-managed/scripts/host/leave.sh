#!/bin/bash
# leave.sh evict NODE NODE_ADDRESS ROLE   on each other control plane: drains the node, takes it out of etcd and the API
# leave.sh reset NODE ROLE                on the node itself: refuses while it is still a member, then wipes it
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
verb=$1 node=$2
LEASE=kubewhere-leave

read -r _ self _ 2>/dev/null <"$STATE/identity" || self=

# Only one control plane may leave at a time: two at once can take the quorum with them.
take_lease() {
  local begun=$SECONDS answered=$SECONDS holder
  until admin -n kube-system create -f - >/dev/null 2>&1 <<END; do
apiVersion: coordination.k8s.io/v1
kind: Lease
metadata: {name: $LEASE}
spec: {holderIdentity: "$node"}
END
    holder=$(lease_holder) || holder=
    [ "$holder" != "$node" ] || break
    [ -z "$holder" ] || answered=$SECONDS
    [ $((SECONDS - answered)) -lt 60 ] || die 'the API stopped answering while this node waited for its turn to leave'
    if [ -n "$holder" ] && has_left "$holder" && inherit_lease "$holder"; then break; fi
    [ $((SECONDS - begun)) -lt 600 ] || die "another control plane has been leaving for 10 minutes; if none is, run 'kubectl -n kube-system delete lease $LEASE'"
    sleep 3
  done
  # the API may be silent for some seconds while its etcd gets used to one member less
  trap 'wait_for 60 "the lease $LEASE to be given back" give_lease_back || true' EXIT
}
lease_holder() { admin -n kube-system get lease $LEASE -o jsonpath='{.spec.holderIdentity}' 2>/dev/null; }
give_lease_back() { admin -n kube-system delete lease $LEASE --ignore-not-found; }
# has_left NODE: its Node object, which goes last, is gone; so it leaves no more, whatever became of its lease
has_left() {
  local answer
  answer=$(admin get node "$1" 2>&1) && return 1
  [[ $answer == *NotFound* ]]
}
# inherit_lease HOLDER: the resource version in it makes the API refuse when somebody else was faster
inherit_lease() {
  admin -n kube-system get lease $LEASE -o json 2>/dev/null |
    sed "s/\"holderIdentity\": \"$1\"/\"holderIdentity\": \"$node\"/" |
    admin -n kube-system replace -f - >/dev/null 2>&1
}

# Before anything is touched: of the etcd members that stay, more than half must be alive.
assert_quorum_without() {
  local pod members sick
  pod=$(healthy_etcd_pod "$node") || die "no other etcd member answers; $node holds the last copy and stays"
  etcd_through "$pod" member list | grep -qF "https://$1:2380," || return 0
  members=$(etcd_through "$pod" member list | wc -l)
  sick=$(etcd_through "$pod" endpoint health --cluster 2>&1 | grep -vF "https://$1:2379" | grep -c 'is unhealthy' || true)
  [ $((members - 1 - sick)) -gt $(((members - 1) / 2)) ] ||
    die "$sick of the $((members - 1)) etcd members that would stay are unhealthy: without $node the quorum is lost. Repair them first"
}

out_of_etcd() {
  local pod
  pod=$(healthy_etcd_pod "$node") && etcd_lacks "$pod" "https://$1:2380"
}
leave_etcd() {
  local pod
  pod=$(healthy_etcd_pod "$node") || die "no other etcd member answers; $node holds the last copy and stays"
  etcd_forget "$pod" "https://$1:2380"
}

evict() {
  local address=$1 role=$2
  [ "$self" != "$node" ] || {
    say "$node does not evict itself"
    return 0
  }
  # shared: drains may run side by side, but nobody wipes this host under them
  take_host_lock 900 --shared
  [ -f "$KEEP/admin.conf" ] || die 'this host is no control plane'
  # silent for some seconds when the one that held the virtual address has just left
  wait_for 30 'the API' admin get --raw /readyz || die 'the API does not answer here'
  if has_left "$node" && { [ "$role" = worker ] || out_of_etcd "$address"; }; then
    say "$node is gone already"
    return 0
  fi
  if [ "$role" = control-plane ]; then
    take_lease
    assert_quorum_without "$address"
  fi
  if admin get node "$node" >/dev/null 2>&1; then
    # a budget that cannot be kept must not keep the host forever: after the time given the node goes all the same
    kubectl --kubeconfig "$KEEP/admin.conf" drain "$node" --ignore-daemonsets --delete-emptydir-data --force --timeout=300s ||
      say "warning: $node was not drained within 300 s; its pods end with it"
  fi
  [ "$role" = worker ] || leave_etcd "$address"
  # until the load balancer notices, some requests still go to the API of the node that lost its etcd
  wait_for 60 "the API to forget $node" admin delete node "$node" --ignore-not-found ||
    die "$node is out of etcd, but its Node object is still there; apply again"
  say "$node left the cluster"
}

# still_member: the API answers and knows this node
still_member() {
  local answer
  [ -f "$ROOT/etc/kubernetes/kubelet.conf" ] || return 1
  answer=$(kubectl --kubeconfig "$ROOT/etc/kubernetes/kubelet.conf" --request-timeout=10s get node "$node" 2>&1) && return 0
  [[ $answer != *NotFound* && $answer != *'not found'* ]]
}
# An API that does not answer proves nothing: the others may only be down.
last_control_plane() {
  local nodes
  [ "$1" = control-plane ] && [ -f "$ROOT/etc/kubernetes/manifests/etcd.yaml" ] || return 1
  nodes=$(admin get nodes -l node-role.kubernetes.io/control-plane -o name 2>/dev/null) || return 1
  [ "$(wc -l <<<"$nodes")" -le 1 ]
}

reset() {
  local role=$1
  take_host_lock 900
  if [ -f "$STATE/bootstrap.done" ] && still_member; then
    last_control_plane "$role" ||
      die "$node is still a member: no control plane could drain and remove it, so it was not wiped. Repair the cluster, or remove the node with 'kubectl delete node $node' and apply again; when the whole cluster is dead and its data are not needed, run 'kubeadm reset -f' on it and apply again"
    # those that left a moment ago still ask this API whether they are out, and are wiped only then
    say "$node is the last control plane: the cluster ends here in 30 s"
    sleep 30
  fi
  if command -v kubeadm >/dev/null; then
    run_long kubewhere-reset 300 kubeadm reset -f --cri-socket unix:///run/containerd/containerd.sock ||
      say 'warning: kubeadm reset did not finish; going on with what is left'
  fi
  for unit in keepalived haproxy; do
    if grep -qs '^# kubewhere' "$ROOT/etc/$unit/$unit".c*f*; then
      systemctl disable -q --now "$unit" || true
      rm -f "$ROOT/etc/$unit/$unit".conf "$ROOT/etc/$unit/$unit".cfg
    fi
  done
  rm -rf "$KEEP" "$STATE" "$ROOT/etc/cni/net.d" "$ROOT/var/log/kubernetes/audit"
  say "$node is no node any more; packages and kernel settings stay"
}

case $verb in
evict) evict "$3" "$4" ;;
reset) reset "$3" ;;
*) die "unknown verb '$verb'" ;;
esac
