//! Whether a folder lies on a network share, where a database is easily
//! damaged. It is told from the mount table and only as good as that.

use std::path::Path;

const NETWORK: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "afs",
    "9p",
    "davfs",
    "ceph",
    "glusterfs",
    "lustre",
    "ocfs2",
    "gfs2",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.davfs2",
    "fuse.glusterfs",
    "fuse.smbnetfs",
    "fuse.curlftpfs",
    "fuse.s3fs",
];

/// The name of the network file system `dir` lies on, if it is one.
pub(crate) fn file_system_of(dir: &Path) -> Option<String> {
    let mounts = std::fs::read_to_string("/proc/mounts").ok()?;
    let dir = dir.canonicalize().ok()?;
    network_file_system(&mounts, &dir)
}

pub(crate) fn network_file_system(mounts: &str, dir: &Path) -> Option<String> {
    let (_, kind) = mounts
        .lines()
        .filter_map(|line| {
            let mut fields = line.split(' ');
            let point = unescape(fields.nth(1)?);
            let kind = fields.next()?;
            dir.starts_with(&point).then_some((point.len(), kind))
        })
        // A later mount over the same point hides an earlier one.
        .max_by_key(|(length, _)| *length)?;
    NETWORK.contains(&kind).then(|| kind.to_owned())
}

/// The mount table writes blanks as octal escapes.
fn unescape(point: &str) -> String {
    point
        .replace("\\040", " ")
        .replace("\\011", "\t")
        .replace("\\012", "\n")
        .replace("\\134", "\\")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_mount_decides() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\n\
                      nas:/x /mnt/Общая\\040папка nfs4 rw 0 0\n\
                      /dev/sdb1 /mnt/Общая\\040папка/local ext4 rw 0 0\n\
                      //nas/y /srv cifs rw 0 0\n";
        let kind = |dir: &str| network_file_system(mounts, Path::new(dir));
        assert_eq!(kind("/home/anna/office"), None);
        assert_eq!(kind("/mnt/Общая папка/office").as_deref(), Some("nfs4"));
        assert_eq!(kind("/mnt/Общая папка/local/office"), None);
        assert_eq!(kind("/srv/office").as_deref(), Some("cifs"));
        assert_eq!(kind("/srvother/office"), None);
    }
}
