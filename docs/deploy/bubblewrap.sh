#!/usr/bin/env bash
# The room on a laptop, where it sees nothing of the laptop's own files: `./bubblewrap.sh --room 10`.
# Needs bubblewrap, and infoview in an environment at /opt/infoview.
set -euo pipefail
exec bwrap \
  --ro-bind /usr /usr --symlink usr/bin /bin --symlink usr/lib /lib --symlink usr/lib64 /lib64 \
  --ro-bind /etc/ssl /etc/ssl --ro-bind /opt/infoview /opt/infoview \
  --proc /proc --dev /dev --tmpfs /tmp --tmpfs /home/guest --setenv HOME /home/guest \
  --unshare-user --unshare-pid --unshare-ipc --unshare-uts --die-with-parent \
  /opt/infoview/bin/infoview app --public --no-browser "$@"
