#!/bin/bash
# preflight.sh CLUSTER NAME ROLE NODE_ADDRESS RUNNER_TIME
# Looks and changes nothing. Reports everything that is wrong at once. ROLE is control-plane or worker.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
cluster=$1 name=$2 role=$3 address=$4 runner_time=$5
wrong=0
bad() {
  echo "kubewhere: preflight of $name: $1" >&2
  wrong=1
}

[ "$(id -u)" = 0 ] || bad "not root; the SSH user needs 'sudo' without a password"
for tool in flock systemd-run curl awk ip ss base64 cmp; do
  command -v "$tool" >/dev/null || bad "'$tool' is not installed"
done
[ -d /run/systemd/system ] || bad 'systemd does not run this host'
[ -s "$ROOT/etc/machine-id" ] || bad '/etc/machine-id is empty; run systemd-machine-id-setup'
ip -o addr show | awk '{ sub("/.*", "", $4); print $4 }' | grep -qxF "$address" ||
  bad "no interface holds the node address $address; give the host its 'nodeAddress'"
ip route show default | grep -q . || ip -6 route show default | grep -q . ||
  bad 'no default route; Services would be unreachable (a route to a black hole is enough)'
if awk 'NR > 1 { found = 1 } END { exit !found }' /proc/swaps; then
  bad "swap is on; run 'swapoff -a' and remove it from /etc/fstab"
fi

cores=$(nproc) memory=$(awk '/^MemTotal/ { print int($2 / 1024) }' /proc/meminfo)
if [ "$role" = control-plane ]; then
  [ "$cores" -ge 2 ] || bad "$cores processor core; a control plane needs 2"
  [ "$memory" -ge 1700 ] || bad "$memory MiB of memory; a control plane needs 1700"
fi
mkdir -p "$ROOT/var/lib"
free=$(df --output=avail -m "$ROOT/var/lib" | tail -n 1 | tr -d ' ')
[ "$free" -ge "${KUBEWHERE_MIN_DISK_MIB:-8192}" ] || bad "$free MiB free in /var/lib; at least ${KUBEWHERE_MIN_DISK_MIB:-8192} are needed"

# The clock of the machine that runs Terraform is the only common reference; the SSH connection itself takes time.
skew=$(($(date +%s) - $(date -d "$runner_time" +%s)))
[ "${skew#-}" -le 60 ] || bad "clock is $skew s off the machine that runs Terraform; install chrony"
if command -v timedatectl >/dev/null && [ "$(timedatectl show -p NTPSynchronized --value 2>/dev/null)" = no ]; then
  say "warning: the clock of $name is not synchronised; certificates and etcd depend on it"
fi

if [ -f "$STATE/identity" ]; then
  # a host of this cluster: its ports are taken by itself
  read -r known_cluster known_name known_role <"$STATE/identity"
  [ "$known_cluster" = "$cluster" ] || bad "belongs to the cluster '$known_cluster'; remove it there first"
  [ "$known_name" = "$name" ] || bad "is the node '$known_name' of this cluster already"
  [ "$known_role" = "$role" ] ||
    bad "is a $known_role; take it out of the cluster with one apply and add it as a $role with the next"
else
  for leftover in /var/lib/etcd/member /etc/kubernetes/kubelet.conf /etc/kubernetes/admin.conf /etc/kubernetes/pki/ca.key; do
    [ ! -e "$ROOT$leftover" ] || bad "$leftover exists: another cluster's, never overwritten; run 'kubeadm reset' if it is not needed"
  done
  ports='10250'
  [ "$role" = worker ] || ports='6443 2379 2380 10250 10257 10259'
  for port in $ports; do
    if ss -Hltn "sport = :$port" | grep -q .; then bad "port $port is taken"; fi
  done
fi
[ "$wrong" = 0 ] || exit 1
say "$name passes: $cores cores, $memory MiB, $free MiB free"
