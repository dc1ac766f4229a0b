#!/bin/bash
# token.sh TOKEN_FILE
# On a control plane, before a worker joins: the bootstrap token is good for another hour. Fails where no API answers,
# so that the next control plane is asked.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
file=$1
trap 'rm -f "$file"' EXIT
[ -f "$KEEP/admin.conf" ] || die 'this host is no control plane'
renew_token "$file"
say 'the bootstrap token is good for an hour'
