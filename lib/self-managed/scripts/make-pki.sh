#!/bin/bash
# make-pki.sh DIRECTORY [--years N] [--admin-days N] [--admin-group GROUP]
#
# Makes the secrets of one cluster in DIRECTORY, on the machine that runs Terraform: the authorities that kubeadm
# would otherwise make on a host, an administrator's certificate, the key that encrypts Kubernetes secrets, and the
# token that nodes join with. What exists is kept, so a second run renews nothing but what was removed.
#
# DIRECTORY holds the keys of the cluster: keep it out of version control and back it up encrypted. Without it no
# control plane can be added.
set -euo pipefail
export LC_ALL=C
umask 077

usage() {
  echo "usage: make-pki.sh DIRECTORY [--years N] [--admin-days N] [--admin-group GROUP]" >&2
  exit 2
}
[ $# -ge 1 ] || usage
directory=$1 years=10 admin_days=365 admin_group=kubeadm:cluster-admins
shift
while [ $# -gt 0 ]; do
  [ $# -ge 2 ] || usage
  case $1 in
  --years) years=$2 ;;
  --admin-days) admin_days=$2 ;;
  --admin-group) admin_group=$2 ;;
  *) usage ;;
  esac
  shift 2
done
for number in "$years" "$admin_days"; do
  [[ $number =~ ^[1-9][0-9]*$ ]] || {
    echo "make-pki.sh: '$number' is no whole number above 0" >&2
    exit 2
  }
done

mkdir -p "$directory/etcd"
chmod 0700 "$directory" "$directory/etcd"
cd "$directory"
exec 9>.lock
flock -n 9 || {
  echo "make-pki.sh: another run works on $directory" >&2
  exit 1
}

key() { openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out "$1.new" && mv "$1.new" "$1"; }

# authority NAME SUBJECT
authority() {
  if [ -f "$1.crt" ] && [ -f "$1.key" ]; then return; fi
  if [ -f "$1.crt" ] || [ -f "$1.key" ]; then
    echo "make-pki.sh: $directory holds only one of $1.crt and $1.key; restore the other from the backup" >&2
    exit 1
  fi
  key "$1.key"
  openssl req -x509 -new -sha256 -key "$1.key" -days $((years * 365)) -subj "/CN=$2" -out "$1.crt.new" \
    -config <(printf '[req]\ndistinguished_name=dn\nx509_extensions=ca\n[dn]\n[ca]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,digitalSignature,keyEncipherment,keyCertSign\nsubjectKeyIdentifier=hash\nsubjectAltName=DNS:%s\n' "$2")
  mv "$1.crt.new" "$1.crt"
  echo "made $1.crt (CN=$2, $years years)"
}
authority ca kubernetes
authority front-proxy-ca front-proxy-ca
authority etcd/ca etcd-ca

# service accounts: a key pair, no certificate
if [ ! -f sa.key ]; then
  openssl genrsa 2048 2>/dev/null >sa.key.new && mv sa.key.new sa.key
  rm -f sa.pub
  echo 'made sa.key'
fi
[ -f sa.pub ] || openssl rsa -in sa.key -pubout -out sa.pub 2>/dev/null

if [ ! -f admin.crt ] || [ ! -f admin.key ]; then
  key admin.key
  openssl req -new -key admin.key -subj "/O=$admin_group/CN=kubewhere-admin" |
    openssl x509 -req -sha256 -CA ca.crt -CAkey ca.key -set_serial "0x$(openssl rand -hex 16)" -days "$admin_days" -out admin.crt.new \
      -extfile <(printf 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,keyEncipherment\nextendedKeyUsage=clientAuth\n') 2>/dev/null
  mv admin.crt.new admin.crt
  echo "made admin.crt (O=$admin_group, $admin_days days)"
fi
[ -f secrets-encryption.key ] || { openssl rand -base64 32 >secrets-encryption.key && echo 'made secrets-encryption.key'; }
[ -f bootstrap-token ] || { echo "$(openssl rand -hex 3).$(openssl rand -hex 8)" >bootstrap-token && echo 'made bootstrap-token'; }
echo "$directory is complete; keep it out of version control and back it up encrypted"
