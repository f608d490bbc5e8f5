// Every address, field and button that the stories touch, in one place. Fields go by `name`, acts
// by the address they post to: words may be rewritten in two languages without a story breaking.

export const account = (role) => ({
  name: process.env[`TEHAMA_${role.toUpperCase()}_NAME`],
  password: process.env[`TEHAMA_${role.toUpperCase()}_PASSWORD`],
});

export const paths = {
  today: "/",
  signIn: "/sign-in",
  requests: "/request",
  newRequest: "/request/new",
  devices: "/device",
};

export const fields = {
  name: "input[name=name]",
  password: "input[name=password]",
  subject: "[name=subject]",
  description: "textarea[name=description]",
  search: "main input[name=q]",
};

// The form of an act on a record; its button is the form's own.
const act = (...names) => names.map((name) => `form[action$="/${name}"]`).join(", ");

export const forms = {
  signIn: act("sign-in"),
  signOut: act("sign-out"),
  open: act("request"),
  take: act("take", "assign"),
  comment: act("comment"),
  resolve: act("resolve"),
  confirm: act("confirm"),
};

// What is typed into a form of an act: its one text field, whatever its name.
export const words = "textarea, input[type=text], input:not([type])";
export const send = "button:not([type=button]), input[type=submit]";

// The switch of language: a link to the same page, or a button of a form.
export const language = (code) =>
  `a[hreflang="${code}"], button[name=language][value="${code}"], button[name=lang][value="${code}"]`;

export const firstLink = "main table a[href]";
export const state = "[data-state]";
