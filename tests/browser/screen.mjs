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
  inStore: "/device?state=in_store",
  handOver: "/handover/new",
};

export const fields = {
  name: "input[name=name]",
  password: "input[name=password]",
  subject: "[name=subject]",
  description: "textarea[name=description]",
  search: "main input[name=q]",
  person: "main .field:has([name=person]) input[type=text]",
  choice: "main table input[name=id]",
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
  handOver: act("handover"),
  toHandOver: "button[name=direction][value=out]",
};

// What is typed into a form of an act: its one text field, whatever its name.
export const words = "textarea, input[type=text], input:not([type])";
export const send = "button:not([type=button]), input[type=submit]";

// What a person likes of all pages: each switch is a button of a form that comes back to the page.
export const language = (code) => `button[name=lang][value="${code}"]`;
export const theme = (code) => `button[name=theme][value="${code}"]`;

export const account_menu = ".top-person details > summary";
export const problems = ".problems, .field-problem, [role=alert]";
export const rail = "nav.rail a[href^='/']";
export const lookupChoice = ".lookup-list [role=option]";
export const pad = "signature-pad canvas";

export const palette = {
  box: "palette-box dialog[open]",
  field: "palette-box dialog[open] input",
  results: "palette-box dialog[open] [role=option]",
};

// The first cell of a row opens its record: what it is called, and its number below.
export const firstLink = "main table tbody a.lead[href]";
export const firstNumber = "main table tbody a.lead .lead-number";
export const pageNumber = "main .heading-number";
