#!/bin/bash
# member.sh ROLE NAME NODE_ADDRESS ENDPOINT CONFIG SECRETS [PEER_ADDRESS…]
# Makes this host a node. ROLE is control-plane or worker; CONFIG holds init.yaml and join.yaml; SECRETS holds
# bootstrap-token and ca.crt; the peers are the node addresses of the other control planes.
#
# A control plane begins a cluster only when nobody has: no API at the endpoint and every peer says that nothing
# runs there. Otherwise it joins. So no host is special, and the loss of any of them needs no re-ordering.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
take_host_lock 900
mkdir -p "$STATE" "$KEEP"
chmod 0700 "$KEEP"
role=$1 name=$2 address=$3 endpoint=$4 config=$5 secrets=$6
shift 6
peers=("$@")
ca=$secrets/ca.crt
started=$STATE/bootstrap.started finished=$STATE/bootstrap.kubeadm-done done=$STATE/bootstrap.done
kubelet_conf=$ROOT/etc/kubernetes/kubelet.conf
trap 'rm -rf "$secrets"' EXIT

registered() { kubectl --kubeconfig "$kubelet_conf" --request-timeout=5s get node "$name"; }
serves() { [ "$(api_state "127.0.0.1:6443" "$KEEP/pki/ca.crt")" = ours ]; }
healthy() { registered && { [ "$role" = worker ] || serves; }; }
finish() {
  wait_for 180 "node $name to appear" healthy || {
    journalctl -u kubelet -n 20 --no-pager >&2
    exit 1
  }
  touch "$done"
  rm -f "$KEEP/kubeadm.yaml" "$KEEP/discovery.conf"
  say "$name is a $role"
  exit 0
}

if [ -f "$done" ]; then
  healthy >/dev/null 2>&1 && {
    say "$name is a $role already"
    exit 0
  }
  die "$name is a member, but the API does not know it or does not answer. Nothing was changed. Repair the cluster; or, to let the node begin anew, run 'kubeadm reset -f && rm $done $started' on it"
fi

# An earlier run may still be at work in its unit, or may have finished it unseen when its connection dropped.
if [ -f "$started" ]; then
  for _ in $(seq 1 300); do systemctl is-active -q kubewhere-kubeadm || break; sleep 2; done
  [ ! -f "$finished" ] || finish
fi

# --- what is there? ------------------------------------------------------------------------------------------------
# A moving virtual address is silent for some seconds, a starting API for longer: do not take that for 'no cluster'.
api=none
for _ in 1 2 3 4 5 6; do
  api=$(api_state "$endpoint" "$ca")
  case $api in ours | foreign) break ;; esac
  [ "$api" = unready ] || [ "$role" = worker ] || [ "${#peers[@]}" -gt 0 ] || break
  sleep 3
done
[ "$api" != foreign ] || die "another cluster answers at https://$endpoint (its certificate is of another authority); nothing was changed"
[ "$api" != unready ] || wait_for 120 "the API at $endpoint" bash -c "curl -sf --noproxy '*' --cacert '$ca' 'https://$endpoint/readyz'" || exit 1
[ "$api" != unready ] || api=ours

# silent PEER: true only when the peer itself says that nothing listens; a peer that is down proves nothing
silent() {
  local port answer
  for port in 6443 2379 10250; do
    answer=$(timeout 4 bash -c "exec 3<>/dev/tcp/$1/$port" 2>&1) && return 1
    [[ $answer == *'Connection refused'* ]] || return 1
  done
}
if [ "$api" = ours ]; then
  action='join'
elif [ "$role" = worker ]; then
  die "the API does not answer at https://$endpoint; $name was not changed"
else
  action='init'
  for peer in "${peers[@]}"; do
    silent "$peer" ||
      die "no API answers at https://$endpoint, but the control plane at $peer runs Kubernetes or cannot be asked. Beginning a second cluster would split it: repair the first, or power the peer on"
  done
fi

# --- the remains of an attempt that did not finish -----------------------------------------------------------------
if [ -f "$started" ]; then
  if [ "$(cat "$started")" = init ] && [ "$action" = join ] &&
    admin get nodes -l node-role.kubernetes.io/control-plane -o name 2>/dev/null | grep -qvx "node/$name"; then
    die "$name began this cluster and others have joined it; it is not reset. Run 'touch $done' on it if it is healthy"
  fi
  say "the earlier '$(cat "$started")' of $name did not finish; resetting"
  run_long kubewhere-reset 300 kubeadm reset -f --cri-socket unix:///run/containerd/containerd.sock || true
  rm -f "$started"
  # the reset took its own API away; look again
  [ "$role" = worker ] || [ "$(api_state "$endpoint" "$ca")" = ours ] || action=init
  if [ "$action" = init ]; then for peer in "${peers[@]}"; do silent "$peer" || die "after the reset of $name the control plane at $peer cannot be asked"; done; fi
elif [ -e "$ROOT/var/lib/etcd/member" ] || [ -e "$kubelet_conf" ]; then
  die "$name holds the data of a cluster that this step did not begin; nothing was changed. Run 'kubeadm reset' on it if they are not needed"
fi

# --- configuration -------------------------------------------------------------------------------------------------
release=$(kubeadm version -o short)
token=$(tr -d '[:space:]' <"$secrets/bootstrap-token")
text=$(<"$config/$action.yaml")
text=${text//KUBEWHERE_BOOTSTRAP_TOKEN/$token}
text=${text//KUBEWHERE_KUBERNETES_VERSION/$release}
printf '%s\n' "$text" | replace_file "$KEEP/kubeadm.yaml" 0600 || true
write_kubeconfig "$KEEP/discovery.conf" "$endpoint" "$ca"
if [ "$role" = control-plane ]; then
  install -d -m 0755 "$ROOT/etc/kubernetes/pki" "$ROOT/etc/kubernetes/pki/etcd"
  for file in $PKI_FILES; do
    case $file in *.key) mode=0600 ;; *) mode=0644 ;; esac
    install -m "$mode" "$KEEP/pki/$file" "$ROOT/etc/kubernetes/pki/$file"
  done
  install -m 0600 "$config/audit-policy.yaml" "$KEEP/audit-policy.yaml"
  install -d -m 0700 "$ROOT/var/log/kubernetes/audit"
fi

if [ "$action" = join ] && [ "$role" = control-plane ]; then
  running=$(kubectl --kubeconfig "$KEEP/admin.conf" version -o json | awk -F'"' '/"serverVersion"/ { server = 1 } server && /"gitVersion"/ { print $4; exit }')
  [ "${running%.*}" = "${release%.*}" ] || die "the cluster runs $running and $name has $release; bring them to the same minor version first"
  renew_token "$secrets/bootstrap-token"
  # A member that never started costs the quorum; and etcd must be whole before it grows.
  pod=$(healthy_etcd_pod "$name") || die 'no etcd member answers; repair etcd before a control plane joins'
  etcd_forget "$pod" "https://$address:2380"
  wait_for_whole_etcd "$pod"
fi

# --- kubeadm -------------------------------------------------------------------------------------------------------
rm -f "$finished"
echo "$action" >"$started"
flags=()
[ "$action" = join ] || flags=(--skip-token-print)
# shellcheck disable=SC2016 # expanded by the inner shell
run_long kubewhere-kubeadm 1200 bash -c 'finished=$1; shift; "$@" && touch "$finished"' bash "$finished" \
  kubeadm "$action" --config "$KEEP/kubeadm.yaml" "${flags[@]}"
finish
