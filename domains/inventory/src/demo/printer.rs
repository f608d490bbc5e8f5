//! The report a network scan makes of a demo printer, in the JSON of GLPI-Agent.

use kernel::seed::Seed;

use super::calendar::iso;
use super::device::{DemoDevice, Sort};

/// What a scan on `day` (days since 1970-01-01) reads from a printer or copier, `step` months into
/// the demo's time. Empty for other devices and for those without a network address.
pub fn printer_json(device: &DemoDevice, step: u32, day: i32) -> String {
    let (Some(pages), Some(address), Some(mac)) = (device.pages, &device.address, device.macs.first()) else {
        return String::new();
    };
    let mut seed = Seed::new(pages).fork(&device.serial);
    let printed = pages + u64::from(step) * seed.between(150, 1_900);
    let toner = 100 - (printed / 35) % 100;
    let kind = if device.sort == Sort::Copier { "copier" } else { "printer" };
    // Names, serials and addresses of the demo hold no character that JSON would escape.
    format!(
        r#"{{
  "action": "netinventory",
  "deviceid": "{name}-{date}-06-00-00",
  "itemtype": "Printer",
  "content": {{
    "versionclient": "GLPI-Agent_v1.11",
    "network_device": {{
      "type": "Printer",
      "name": "{name}",
      "manufacturer": "{maker}",
      "model": "{model}",
      "serial": "{serial}",
      "mac": "{mac}",
      "ips": ["{address}"],
      "ram": 256,
      "comments": "{kind}",
      "uptime": "{days} days, 02:14:05.12"
    }},
    "cartridges": [{{ "tonerblack": "{toner}" }}],
    "pagecounters": {{ "total": {printed}, "rectoverso": {both} }},
    "network_ports": [
      {{ "ifnumber": 1, "ifname": "eth0", "ifdescr": "eth0", "iftype": 6, "ifstatus": 1, "ifinternalstatus": 1, "ifspeed": 1000000000, "mac": "{mac}", "ips": ["{address}"] }}
    ]
  }}
}}
"#,
        name = device.name,
        date = iso(device.bought_day + 30),
        maker = device.maker,
        model = device.model,
        serial = device.serial,
        days = 1 + day.rem_euclid(40),
        both = printed / 3,
    )
}
