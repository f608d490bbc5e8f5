//! What is installed on the machine and who may use it: programs, licences, accounts, protection,
//! guests. Keys are masked before they come here.

use super::record::record;

record! {
    /// An installed program. One catalogue row is name, version, publisher and arch.
    Program by (name, version, publisher, arch) named if name {
        name: text ["name"],
        version: known ["version"],
        publisher: known ["publisher"],
        arch: known ["arch", "architecture"],
        /// Where the agent found it: `rpm`, `deb`, `registry`.
        from: known ["from"],
        /// Windows: the uninstall key or product code.
        guid: known ["guid"],
        /// YYYY-MM-DD.
        install_date: day ["install_date", "installdate"],
        /// Bytes.
        size_bytes: whole ["filesize"],
        category: known ["system_category"],
        /// Installed for this account only.
        user: known ["username"],
    }
}

record! {
    Licence by (name, full_name, product_id) {
        name: known ["name"],
        full_name: known ["fullname"],
        product_id: known ["productid"],
        /// Masked: at most the last five characters.
        key: known ["key"],
        trial: flag ["trial"],
        oem: flag ["oem"],
        components: known ["components"],
        update: known ["update"],
        /// ISO 8601.
        activated: moment ["activation_date"],
    }
}

record! {
    LocalUser by (id, login) {
        id: known ["id", "id_user"],
        login: known ["login", "name"],
        full_name: known ["name"],
        home: known ["home"],
        shell: known ["shell"],
    }
}

record! {
    LocalGroup by (id, name) {
        id: known ["id", "id_group"],
        name: known ["name"],
        /// Logins.
        members: texts ["members", "member"],
    }
}

record! {
    Antivirus by (name, guid) {
        name: known ["name"],
        company: known ["company"],
        version: known ["version"],
        guid: known ["guid"],
        enabled: flag ["enabled"],
        up_to_date: flag ["uptodate"],
        /// YYYY-MM-DD.
        expires: day ["expiration"],
        base_version: known ["base_version"],
    }
}

record! {
    Firewall by (profile, description) {
        profile: known ["profile"],
        description: known ["description"],
        /// `on` or `off`.
        status: word ["status"],
    }
}

record! {
    /// A program for remote control, such as TeamViewer.
    RemoteManagement by (kind, id) {
        kind: known ["type"],
        id: known ["id"],
        version: known ["version"],
    }
}

record! {
    VirtualMachine by (uuid, name) {
        name: known ["name"],
        uuid: known ["uuid"],
        /// `off`, `running`.
        status: word ["status"],
        system: known ["vmtype"],
        subsystem: known ["subsystem"],
        cpus: whole ["vcpu"],
        /// MB.
        memory_mb: megabytes ["memory"],
        serial: known ["serial"],
        mac: mac ["mac"],
    }
}

record! {
    /// A database server found on the machine.
    DatabaseServer by (name, kind, port) {
        name: known ["name"],
        kind: known ["type"],
        manufacturer: known ["manufacturer"],
        version: known ["version"],
        port: whole ["port"],
        path: known ["path"],
        databases: entries(Database) ["databases"],
    }
}

record! {
    Database by (name) {
        name: known ["name"],
        /// ISO 8601.
        created: moment ["creation_date"],
        active: flag ["is_active"],
    }
}
