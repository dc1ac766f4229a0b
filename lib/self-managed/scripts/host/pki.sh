#!/bin/bash
# pki.sh SECRETS ENDPOINT
# Puts the certificate authorities and keys that were uploaded to the directory SECRETS in their place and removes
# the upload. Refuses to replace one that differs: that would be another cluster's.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
take_host_lock 300
secrets=$1 endpoint=$2

keep() {
  local target=$KEEP/$2
  [ -s "$1" ] || die "the upload of $2 is missing or empty"
  if [ -f "$target" ]; then
    cmp -s "$1" "$target" || die "$target differs from the one in the PKI directory; put the right directory back. It is never overwritten"
  else
    install -D -m "$3" "$1" "$target"
  fi
}
install -d -m 0700 "$KEEP" "$KEEP/pki" "$KEEP/pki/etcd"
for file in $PKI_FILES; do keep "$secrets/$file" "pki/$file" 0600; done
for file in admin.crt admin.key secrets-encryption.key; do keep "$secrets/$file" "$file" 0600; done
[ ! -e "$ROOT/etc/kubernetes/pki/ca.crt" ] || cmp -s "$KEEP/pki/ca.crt" "$ROOT/etc/kubernetes/pki/ca.crt" ||
  die '/etc/kubernetes/pki/ca.crt is the authority of another cluster; it is never overwritten'

openssl verify -CAfile "$KEEP/pki/ca.crt" "$KEEP/admin.crt" >/dev/null || die 'admin.crt is not signed by ca.crt'
key=$(tr -d '[:space:]' <"$KEEP/secrets-encryption.key")
[ "$(printf %s "$key" | base64 -d | wc -c)" = 32 ] || die 'secrets-encryption.key must be 32 random bytes in base64; make-pki.sh makes one'

# the last provider reads what was written before encryption; the first one encrypts
replace_file "$KEEP/encryption.yaml" 0600 <<END || true
apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources: [secrets]
  providers:
  - secretbox: {keys: [{name: key1, secret: "$key"}]}
  - identity: {}
END
write_kubeconfig "$KEEP/admin.conf" "$endpoint" "$KEEP/pki/ca.crt" "$KEEP/admin.crt" "$KEEP/admin.key"
rm -rf "$secrets"
say 'certificate authorities are in place'
