#!/bin/sh
# enter-root.sh ROOT COMMAND...: runs a command in ROOT with mounts and processes of its own.
# No /dev/kvm there: half usable, it would make libvirt ask QEMU again for every document. And the
# first process reaps what is orphaned: libvirt waits for a probed QEMU to be gone altogether.
# 12.x prints a VFIO device's arguments only where the host has an IOMMU: one is pretended.
exec unshare --mount --pid --fork --kill-child sh -c '
set -e
root=$1
shift
mount -t tmpfs -o mode=755 none "$root/dev"
for node in "null 3" "zero 5" "full 7" "random 8" "urandom 9"; do
  mknod -m 666 "$root/dev/${node% *}" c 1 "${node#* }"
done
mkdir -p "$root/dev/hugepages" "$root/dev/shm" "$root/dev/vfio"
: > "$root/dev/vfio/vfio"
mount -t hugetlbfs -o pagesize=2M none "$root/dev/hugepages"
mount -t hugetlbfs -o pagesize=1G none "$root/mnt"
mount -t proc proc "$root/proc"
[ -d "$root/sys/kernel" ] || mount -t sysfs none "$root/sys"
mount -t tmpfs none "$root/sys/kernel/iommu_groups"
mkdir "$root/sys/kernel/iommu_groups/1"
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C TERM=dumb COLUMNS=4000
status=0
chroot "$root" "$@" || status=$?
exit $status' sh "$@"
