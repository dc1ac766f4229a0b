# shellcheck shell=bash disable=SC2034 # variables are used by the scripts that source this file
# Sourced by every step that runs on a host. Steps are run as root, one at a time per host, and may be run
# again at any moment: each looks at the host first and does only what is missing.
set -euo pipefail
export LC_ALL=C DEBIAN_FRONTEND=noninteractive PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
umask 022

# overridable for tests in a directory; real hosts use the defaults
ROOT=${KUBEWHERE_ROOT:-}
STATE=$ROOT/var/lib/kubewhere
KEEP=$ROOT/etc/kubernetes/kubewhere
LOGS=$ROOT/var/log/kubewhere
PKI_FILES='ca.crt ca.key front-proxy-ca.crt front-proxy-ca.key sa.key sa.pub etcd/ca.crt etcd/ca.key'

say() { echo "kubewhere: $*"; }
die() {
  echo "kubewhere: $*" >&2
  exit 1
}

# A second terraform, or the remains of a killed one, must not work on the same host at the same time.
# take_host_lock SECONDS [--shared]
take_host_lock() {
  mkdir -p "$ROOT/run/lock"
  exec 9>"$ROOT/run/lock/kubewhere.lock"
  flock "${2:---exclusive}" -w "$1" 9 ||
    die "another step still works on this host after $1 s; see 'fuser -v /run/lock/kubewhere.lock'"
}

# wait_for SECONDS WHAT COMMAND…: polls every two seconds, fails with a sentence.
wait_for() {
  local limit=$1 what=$2 end
  shift 2
  end=$((SECONDS + limit))
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$end" ] || {
      echo "kubewhere: waited $limit s for $what" >&2
      return 1
    }
    sleep 2
  done
}

# run_long UNIT SECONDS COMMAND…: runs in a unit of its own, so that a dropped SSH session does not kill it half-way.
run_long() {
  local unit=$1 limit=$2 log=$LOGS/$1.log
  shift 2
  mkdir -p "$LOGS"
  : >"$log"
  systemctl reset-failed "$unit.service" 2>/dev/null || true
  systemd-run --quiet --wait --collect --unit="$unit" -p RuntimeMaxSec="$limit" \
    -p StandardOutput=append:"$log" -p StandardError=append:"$log" -p Environment=HOME=/root -- "$@" || {
    echo "kubewhere: '$*' failed; last lines of $log:" >&2
    tail -n 25 "$log" >&2
    return 1
  }
}

# replace_file TARGET MODE: content on stdin; atomic, and true only when the content changed.
replace_file() {
  local target=$1 mode=$2 fresh
  mkdir -p "$(dirname "$target")"
  fresh=$(mktemp "$target.XXXXXX")
  cat >"$fresh"
  chmod "$mode" "$fresh"
  if cmp -s "$fresh" "$target"; then
    rm -f "$fresh"
    return 1
  fi
  mv -f "$fresh" "$target"
}

admin() { kubectl --kubeconfig "$KEEP/admin.conf" --request-timeout=10s "$@"; }

# api_state ENDPOINT CA: 'ours' (ready, certificate of this CA), 'unready', 'foreign' (another CA) or 'none'.
# One request, told apart by curl's exit code: an address that nobody holds costs three seconds per attempt.
api_state() {
  local code=0
  curl -sf --noproxy '*' --max-time 4 --cacert "$2" "https://$1/readyz" >/dev/null 2>&1 || code=$?
  case $code in
  0) echo ours ;;
  22) echo unready ;;          # verified, but the answer is an error
  51 | 60 | 77) echo foreign ;; # not verified; in doubt somebody else's, so that nothing is begun
  *) echo none ;;
  esac
}

# write_kubeconfig TARGET ENDPOINT CA [CERTIFICATE KEY]: contents are embedded, so the file stands alone.
write_kubeconfig() {
  local target=$1 endpoint=$2 ca user='{}'
  ca=$(base64 -w0 <"$3")
  if [ $# -gt 3 ]; then
    user="{\"client-certificate-data\": \"$(base64 -w0 <"$4")\", \"client-key-data\": \"$(base64 -w0 <"$5")\"}"
  fi
  replace_file "$target" 0600 <<END || true
apiVersion: v1
kind: Config
current-context: kubewhere
clusters:
- name: kubewhere
  cluster: {server: "https://$endpoint", certificate-authority-data: "$ca"}
users:
- name: kubewhere
  user: $user
contexts:
- name: kubewhere
  context: {cluster: kubewhere, user: kubewhere}
END
}

# renew_token FILE: makes the bootstrap token valid for another hour. Written through stdin: a token on a command
# line can be read by every user of the host.
renew_token() {
  local token expiry
  token=$(tr -d '[:space:]' <"$1")
  [[ $token =~ ^[a-z0-9]{6}\.[a-z0-9]{16}$ ]] || die "the bootstrap token must look like 'abcdef.0123456789abcdef'; make-pki.sh makes one"
  expiry=$(date -u -d '+1 hour' +%Y-%m-%dT%H:%M:%SZ)
  admin apply --server-side --force-conflicts --field-manager=kubewhere -f - >/dev/null <<END
apiVersion: v1
kind: Secret
metadata: {name: bootstrap-token-${token%%.*}, namespace: kube-system}
type: bootstrap.kubernetes.io/token
stringData:
  token-id: "${token%%.*}"
  token-secret: "${token##*.}"
  expiration: "$expiry"
  usage-bootstrap-authentication: "true"
  usage-bootstrap-signing: "true"
  auth-extra-groups: system:bootstrappers:kubeadm:default-node-token
END
}

# etcd_through POD ARGUMENT…: etcdctl inside a running etcd pod, as hosts carry none.
etcd_through() {
  local pod=$1 certs=/etc/kubernetes/pki/etcd
  shift
  kubectl --kubeconfig "$KEEP/admin.conf" --request-timeout=30s -n kube-system exec "$pod" -- etcdctl \
    --endpoints=https://127.0.0.1:2379 --cacert=$certs/ca.crt \
    --cert=$certs/healthcheck-client.crt --key=$certs/healthcheck-client.key "$@"
}

# healthy_etcd_pod NOT_ON_NODE: name of an etcd pod that answers, on any node but the one given.
healthy_etcd_pod() {
  local pod
  for pod in $(admin -n kube-system get pods -l component=etcd -o jsonpath='{range .items[*]}{.metadata.name}{"\n"}{end}'); do
    [ "$pod" != "etcd-$1" ] || continue
    if etcd_through "$pod" endpoint health >/dev/null 2>&1; then
      echo "$pod"
      return 0
    fi
  done
  return 1
}

# wait_for_whole_etcd POD: every member answers, or the step ends and names those that do not.
wait_for_whole_etcd() {
  wait_for 120 'all etcd members to be healthy' etcd_through "$1" endpoint health --cluster && return 0
  etcd_through "$1" endpoint health --cluster 2>&1 | grep -o 'https://.* is unhealthy' >&2 || true
  exit 1
}

# etcd_forget POD PEER_URL: removes the member of that address, started or not; one that is gone is success.
etcd_forget() {
  local pod=$1 url=$2 id
  for id in $(etcd_through "$pod" member list | awk -F', ' -v url="$url" '$4 == url { print $1 }'); do
    say "removing etcd member $id ($url)"
    etcd_through "$pod" member remove "$id" || true
  done
  # a member less can mean a new leader, and no answer for some seconds
  wait_for 60 "etcd to drop $url" etcd_lacks "$pod" "$url" || die "etcd still lists a member at $url, or does not answer"
}
etcd_lacks() {
  local members
  members=$(etcd_through "$1" member list) || return 1
  awk -F', ' -v url="$2" '$4 == url { found = 1 } END { exit found }' <<<"$members"
}
