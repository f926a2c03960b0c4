// What every page does. A behaviour finds its elements by data attributes and works on swapped-in content too,
// because it listens on the document.
import "./behaviours/guards-requests.js";
import "./behaviours/dismisses-toasts.js";
import "./behaviours/confirms.js";
import "./behaviours/copies-text.js";
import "./behaviours/marks-busy.js";
import "./behaviours/sends-on-change.js";
import "./behaviours/answers-keys.js";
import "./behaviours/follows-live-updates.js";
import "./behaviours/knows-zone.js";
import "./behaviours/composes.js";
import "./behaviours/reads-threads.js";
import "./behaviours/finds-by-keyboard.js";
import "./behaviours/suggests-names.js";
import "./behaviours/keeps-told.js";
import "./behaviours/dictates.js";
