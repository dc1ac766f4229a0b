#!/bin/bash
# load-balancer.sh HAPROXY_CFG KEEPALIVED_CONF NODE_ADDRESS VIRTUAL_ADDRESS PORT
# The address of the Kubernetes API: haproxy to all control planes, keepalived to move the virtual address.
# Runs before the API exists; the address appears as soon as an API is ready. Reloads, and so cuts no connection.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
take_host_lock 300
haproxy=$1 keepalived=$2 address=$3 virtual=$4 port=$5

interface=$(ip -o addr show | awk -v address="$address" '{ sub("/.*", "", $4); if ($4 == address) { print $2; exit } }')
[ -n "$interface" ] || die "no interface holds $address"
ours=$ROOT/etc/keepalived/keepalived.conf
if ! grep -qs "^# kubewhere" "$ours"; then
  # the first time: somebody else on this address would split the network's mind
  if ping -c 1 -W 1 "$virtual" >/dev/null 2>&1 && [ "$(api_state "$virtual:$port" "$KEEP/pki/ca.crt")" != ours ]; then
    die "the virtual address $virtual answers already and is not this cluster's; choose a free one"
  fi
fi

staged=$(mktemp -d)
trap 'rm -rf "$staged"' EXIT
cp "$haproxy" "$staged/haproxy.cfg"
sed "s/KUBEWHERE_INTERFACE/$interface/" "$keepalived" >"$staged/keepalived.conf"
haproxy -c -q -f "$staged/haproxy.cfg" || die 'haproxy refuses its configuration'
keepalived -t -f "$staged/keepalived.conf" || die 'keepalived refuses its configuration'

# apply UNIT FILE TARGET
apply() {
  local changed=no
  if [ -f "$3" ] && ! grep -q '^# kubewhere' "$3"; then cp -p "$3" "$3.before-kubewhere"; fi
  if replace_file "$3" 0644 <"$2"; then changed=yes; fi
  systemctl enable -q "$1"
  if ! systemctl is-active -q "$1"; then
    systemctl restart "$1"
  elif [ "$changed" = yes ]; then
    systemctl reload "$1"
  fi
  wait_for 20 "$1" systemctl is-active -q "$1" || {
    journalctl -u "$1" -n 20 --no-pager >&2
    exit 1
  }
  say "$1 runs (changed: $changed)"
}
apply haproxy "$staged/haproxy.cfg" "$ROOT/etc/haproxy/haproxy.cfg"
apply keepalived "$staged/keepalived.conf" "$ours"
