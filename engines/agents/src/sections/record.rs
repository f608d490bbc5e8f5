//! The form of one record of a report: its fields, the names under which agents send them, and
//! how each is read. Names are tried in order; a field that no agent sent is `None`.

/// Rust type of a field by the way it is read (`Reading`'s methods).
macro_rules! field_type {
    (text) => { Option<String> };
    (known) => { Option<String> };
    (word) => { Option<String> };
    (mac) => { Option<String> };
    (day) => { Option<String> };
    (firmware_day) => { Option<String> };
    (moment) => { Option<String> };
    (flag) => { Option<bool> };
    (whole) => { Option<u64> };
    (megabytes) => { Option<u64> };
    (megahertz) => { Option<u64> };
    (megabits) => { Option<u64> };
    (thousandths) => { Option<u64> };
    (texts) => { Option<Vec<String>> };
    (entries $inner:ty) => { Option<Vec<$inner>> };
}

/// A struct, how it is read, and its key: the fields that tell one record from another.
macro_rules! record {
    (
        $(#[$doc:meta])*
        $name:ident by ($($key:ident),*) $(named $(if $named:ident)|+)? {
            $($(#[$field_doc:meta])* $field:ident: $kind:ident $(($inner:ty))? [$($wire:literal),+],)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        pub struct $name {
            $(
                $(#[$field_doc])*
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $field: $crate::sections::field_type!($kind $($inner)?),
            )*
        }

        impl $crate::reading::Entry for $name {
            fn read(from: &mut $crate::reading::Reading<'_>) -> Self {
                Self { $($field: from.$kind$(::<$inner>)?(&[$($wire),+]),)* }
            }

            $(fn is_named(&self) -> bool {
                $(self.$named.is_some())||+
            })?
        }

        impl $crate::sections::Keyed for $name {
            fn key(&self) -> String {
                #[allow(unused_mut)]
                let mut key = $crate::sections::Key::default();
                $(key.push(self.$key.as_ref());)*
                key.text
            }
        }
    };
}

pub(crate) use {field_type, record};
