// The small script of the pages. Every act works without it; it adds keys, the palette, and updates of a part of the page.
import "./waiting";
import "./partial";
import "./hotkeys";
import "./menus";
import "./palette-box";
import "./table-keys";
import "./lookup-box";
import "./form-keeper";
import "./signature-pad";
import "./copy-text";
