//! Where the machine keeps things: disks, volumes and the layers between them. Free space is not
//! here: it changes with every report (`Volatile`).

use super::record::record;

record! {
    /// A disk or card reader.
    Disk by (serial, name) {
        name: known ["name"],
        model: known ["model"],
        manufacturer: known ["manufacturer"],
        serial: known ["serial", "serialnumber"],
        /// Decimal MB (10^6 bytes), rounded.
        size_mb: megabytes ["disksize"],
        kind: known ["type"],
        interface: known ["interface"],
        firmware: known ["firmware"],
        description: known ["description"],
        encrypt_status: word ["encrypt_status"],
        encrypt_name: known ["encrypt_name"],
    }
}

record! {
    /// A file system that is mounted or has a letter.
    Volume by (letter, mount, device) {
        letter: known ["letter"],
        /// Mount point on Unix (`/home`), kind on Windows (`Local Disk`).
        mount: known ["type"],
        label: known ["label"],
        /// Device on Unix, label on Windows; agents call it VOLUMN.
        device: known ["volumn"],
        filesystem: known ["filesystem"],
        /// MB.
        total_mb: megabytes ["total"],
        serial: known ["serial"],
        system: flag ["systemdrive"],
        encrypt_status: word ["encrypt_status"],
        encrypt_name: known ["encrypt_name"],
        encrypt_algorithm: known ["encrypt_algo"],
    }
}

record! {
    PhysicalVolume by (uuid, device) {
        uuid: known ["pv_uuid"],
        device: known ["device"],
        group_uuid: known ["vg_uuid"],
        format: known ["format"],
        /// MB.
        size_mb: megabytes ["size"],
    }
}

record! {
    LogicalVolume by (uuid, name) {
        uuid: known ["lv_uuid"],
        name: known ["lv_name"],
        group_uuid: known ["vg_uuid"],
        /// MB.
        size_mb: megabytes ["size"],
    }
}

record! {
    VolumeGroup by (uuid, name) {
        uuid: known ["vg_uuid"],
        name: known ["vg_name"],
        /// MB.
        size_mb: megabytes ["size"],
        logical_volumes: whole ["lv_count"],
        physical_volumes: whole ["pv_count"],
    }
}
