//! The machine itself and what runs it: names, firmware, operating system, processors, memory.
//! Facts only; what changes with every report stands in `Volatile`.

use super::record::record;

record! {
    /// The machine as its operating system calls it.
    Hardware by () {
        name: known ["name"],
        /// Form of the case: `Laptop`, `Desktop`, `Notebook`.
        chassis: known ["chassis_type"],
        /// As sent; `Evidence` has the cleaned form.
        uuid: known ["uuid"],
        /// MB.
        memory_mb: megabytes ["memory"],
        /// MB.
        swap_mb: megabytes ["swap"],
        /// `Physical` or the hypervisor.
        vm_system: text ["vmsystem"],
        workgroup: known ["workgroup"],
        description: text ["description"],
        default_gateway: text ["defaultgateway"],
        /// Addresses of name servers, parted by `/`.
        dns: text ["dns"],
        windows_owner: known ["winowner"],
        windows_company: known ["wincompany"],
        windows_product_id: known ["winprodid"],
        /// Masked: at most the last five characters.
        windows_product_key: known ["winprodkey"],
    }
}

record! {
    /// Firmware and maker.
    Bios by () {
        serial: known ["ssn"],
        model: known ["smodel"],
        manufacturer: known ["smanufacturer"],
        asset_tag: known ["assettag"],
        sku: known ["skunumber"],
        board_serial: known ["msn"],
        board_model: known ["mmodel"],
        board_manufacturer: known ["mmanufacturer"],
        firmware_version: known ["bversion"],
        firmware_manufacturer: known ["bmanufacturer"],
        /// YYYY-MM-DD.
        firmware_date: firmware_day ["bdate"],
        secure_boot: word ["secure_boot"],
        enclosure_serial: known ["enclosureserial"],
    }
}

record! {
    /// Operating system. OCS sends it inside HARDWARE; it is read from there.
    Os by () {
        name: known ["name", "osname"],
        version: known ["version", "osversion"],
        full_name: known ["full_name"],
        arch: known ["arch"],
        kernel_name: known ["kernel_name"],
        kernel_version: known ["kernel_version"],
        service_pack: known ["service_pack"],
        /// ISO 8601; a date alone when the agent sent no time.
        install_date: moment ["install_date", "installdate"],
        fqdn: known ["fqdn"],
        dns_domain: known ["dns_domain"],
        host_id: known ["hostid"],
        /// The host's public key.
        ssh_key: known ["ssh_key"],
    }
}

record! {
    /// The zone the machine's clock shows.
    Timezone by () {
        name: known ["name"],
        /// `+0300`.
        offset: known ["offset"],
    }
}

record! {
    Cpu by (name, serial) {
        name: known ["name", "type"],
        manufacturer: known ["manufacturer"],
        arch: known ["arch", "cpuarch"],
        cores: whole ["core", "cores"],
        threads: whole ["thread", "threads"],
        /// MHz.
        speed_mhz: megahertz ["speed"],
        family: known ["familyname", "familynumber"],
        model: known ["model"],
        stepping: whole ["stepping"],
        serial: known ["serial"],
    }
}

record! {
    /// A memory slot; an empty slot has no capacity.
    Memory by (slot, caption, serial) {
        slot: whole ["numslots"],
        caption: known ["caption"],
        description: known ["description"],
        /// MB.
        capacity_mb: megabytes ["capacity"],
        kind: known ["type"],
        /// MHz or MT/s.
        speed_mhz: megahertz ["speed"],
        manufacturer: known ["manufacturer"],
        model: known ["model"],
        serial: known ["serialnumber", "serial"],
    }
}

record! {
    Battery by (name, serial) {
        name: known ["name"],
        manufacturer: known ["manufacturer"],
        serial: known ["serial"],
        chemistry: known ["chemistry"],
        /// YYYY-MM-DD.
        made: firmware_day ["date"],
        /// mWh as designed.
        capacity_mwh: thousandths ["capacity"],
        /// mWh when full now: wear shows here.
        real_capacity_mwh: thousandths ["real_capacity"],
        /// mV.
        voltage_mv: thousandths ["voltage"],
    }
}

record! {
    Controller by (name, slot) {
        name: known ["name", "caption"],
        manufacturer: known ["manufacturer"],
        kind: known ["type"],
        driver: known ["driver"],
        slot: known ["pcislot"],
        class: known ["pciclass"],
        vendor_id: known ["vendorid"],
        product_id: known ["productid"],
        revision: known ["rev"],
    }
}

record! {
    Video by (name) {
        name: known ["name"],
        chipset: known ["chipset"],
        /// MB.
        memory_mb: megabytes ["memory"],
        resolution: known ["resolution"],
    }
}

record! {
    Sound by (name, manufacturer) {
        name: known ["name"],
        manufacturer: known ["manufacturer"],
        description: known ["description"],
    }
}

record! {
    UsbDevice by (vendor_id, product_id, serial) {
        name: known ["name", "caption"],
        manufacturer: known ["manufacturer"],
        serial: known ["serial"],
        vendor_id: known ["vendorid"],
        product_id: known ["productid"],
        class: known ["class"],
        subclass: known ["subclass"],
    }
}

record! {
    /// A socket of the case, such as RJ-45.
    Port by (name, kind, caption) {
        name: known ["name"],
        kind: known ["type"],
        caption: known ["caption"],
        description: known ["description"],
    }
}

record! {
    Slot by (name, designation) {
        name: known ["name"],
        designation: known ["designation"],
        description: known ["description"],
        status: word ["status"],
    }
}

record! {
    /// Keyboard, mouse, touch screen.
    Input by (name, kind) {
        name: known ["name", "caption"],
        description: known ["description"],
        kind: known ["type", "pointingtype"],
        manufacturer: known ["manufacturer"],
        interface: known ["interface"],
        layout: known ["layout"],
    }
}
