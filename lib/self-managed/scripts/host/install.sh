#!/bin/bash
# install.sh CLUSTER NAME ROLE MINOR REPOSITORY IMAGE_REPOSITORY BALANCER
# Kernel settings, container runtime and Kubernetes packages. REPOSITORY is 'none' or the URL of a Debian package
# repository of that minor version; IMAGE_REPOSITORY is 'default' or a registry; BALANCER is yes or no.
# A host that is a member already keeps the version it has: upgrading is never a side effect.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
take_host_lock 300
cluster=$1 name=$2 role=$3 minor=$4 repository=$5 images=$6 balancer=$7

mkdir -p "$STATE" "$LOGS"
[ -f "$STATE/identity" ] || echo "$cluster $name $role" | replace_file "$STATE/identity" 0644

replace_file "$ROOT/etc/modules-load.d/kubewhere.conf" 0644 <<'END' || true
overlay
br_netfilter
END
for module in overlay br_netfilter; do
  # built into some kernels, where modprobe finds no file
  modprobe "$module" 2>/dev/null || say "module $module is not loadable; taken as built in"
done
replace_file "$ROOT/etc/sysctl.d/99-kubewhere.conf" 0644 <<'END' || true
net.ipv4.ip_forward = 1
net.bridge.bridge-nf-call-iptables = 1
net.bridge.bridge-nf-call-ip6tables = 1
# what the kubelet insists on with protectKernelDefaults
vm.overcommit_memory = 1
vm.panic_on_oom = 0
kernel.panic = 10
kernel.panic_on_oops = 1
kernel.keys.root_maxkeys = 1000000
kernel.keys.root_maxbytes = 25000000
END
sysctl -q -p "$ROOT/etc/sysctl.d/99-kubewhere.conf"

missing=()
need() { command -v "$1" >/dev/null || missing+=("$2"); }
need containerd containerd
need conntrack conntrack
need iptables iptables
if [ "$balancer" = yes ]; then
  need haproxy haproxy
  need keepalived keepalived
fi
need kubeadm kubeadm
need kubelet kubelet
need kubectl kubectl

add_repository() {
  [ "$repository" != none ] || return 0
  local ring=$ROOT/etc/apt/keyrings/kubewhere.asc
  install -d -m 0755 "$(dirname "$ring")"
  curl -fsSL --retry 3 --max-time 60 "${repository%/}/Release.key" | replace_file "$ring" 0644 || true
  echo "deb [signed-by=$ring] ${repository%/}/ /" |
    replace_file "$ROOT/etc/apt/sources.list.d/kubewhere.list" 0644 || true
}

if [ "${#missing[@]}" -gt 0 ]; then
  [ ! -f "$STATE/bootstrap.done" ] || die "a member of the cluster lacks ${missing[*]}; install what matches its version by hand"
  command -v apt-get >/dev/null ||
    die "missing are ${missing[*]}; on a host without apt-get install them beforehand"
  add_repository
  run_long kubewhere-apt 900 bash -c 'apt-get -o DPkg::Lock::Timeout=300 -q update &&
    apt-get -o DPkg::Lock::Timeout=300 -qy -o Dpkg::Options::=--force-confold install --no-install-recommends "$@"' \
    apt "${missing[@]}"
  # an unattended upgrade must never move a node to another version
  apt-mark hold kubelet kubeadm kubectl >/dev/null || say 'kubelet, kubeadm and kubectl did not come from packages; not held'
fi

found=$(kubeadm version -o short)
if [ ! -f "$STATE/bootstrap.done" ]; then
  case $found in
  "v$minor" | "v$minor".*) ;;
  *) die "kubeadm here is $found and 'version' says $minor; install the packages of $minor or correct 'version'" ;;
  esac
fi

# The kubelet and the runtime must agree on who manages control groups, and the pause image must be the one
# that kubeadm pulls. A configuration that says so already is the owner's and stays.
config=$ROOT/etc/containerd/config.toml
if ! grep -qs 'SystemdCgroup = true' "$config"; then
  [ ! -f "$config" ] || cp -p "$config" "$config.before-kubewhere"
  from=()
  [ "$images" = default ] || from=(--image-repository "$images")
  pause=$(kubeadm config images list --kubernetes-version "$found" "${from[@]}" 2>/dev/null | grep '/pause:' || true)
  containerd config default | sed -e 's/SystemdCgroup = false/SystemdCgroup = true/' \
    -e "s#^\\( *sandbox\\(_image\\)\\? = \\).*#\\1\"${pause:-registry.k8s.io/pause:3.10}\"#" \
    -e 's#config_path = ""#config_path = "/etc/containerd/certs.d"#' | replace_file "$config" 0644 || true
  grep -q 'SystemdCgroup = true' "$config" || die "containerd $(containerd --version) has no SystemdCgroup setting; its plugin for Kubernetes is missing"
  systemctl restart containerd
fi
systemctl enable -q --now containerd
systemctl enable -q kubelet
wait_for 60 'containerd' ctr version || die "containerd does not answer; see 'journalctl -u containerd'"

# pulled here, in parallel on all hosts and before anything is defined, so that a missing image stops at no half-way point
if [ "$role" = control-plane ] && [ ! -f "$STATE/bootstrap.done" ]; then
  from=()
  [ "$images" = default ] || from=(--image-repository "$images")
  run_long kubewhere-images 900 kubeadm config images pull --kubernetes-version "$found" \
    --cri-socket unix:///run/containerd/containerd.sock "${from[@]}"
fi
say "$name has Kubernetes $found and $(containerd --version | awk '{ print $1, $3 }')"
