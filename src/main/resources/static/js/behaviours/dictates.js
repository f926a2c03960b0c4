// A button with data-dictates="id" writes what is spoken into that field, where the browser can do so.
const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;

function listen(button, field) {
  const heard = new Recognition();
  heard.lang = document.documentElement.lang;
  heard.continuous = true;
  heard.onresult = (event) => {
    for (const result of [...event.results].slice(event.resultIndex)) {
      if (result.isFinal) write(field, result[0].transcript.trim());
    }
  };
  heard.onend = () => (button.ariaPressed = "false");
  heard.start();
  button.ariaPressed = "true";
  return heard;
}

function write(field, words) {
  const gap = field.value && !/\s$/.test(field.value) ? " " : "";
  field.value += gap + words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

if (Recognition) {
  document.querySelectorAll("[data-dictates]").forEach((button) => {
    let listening;
    button.hidden = false;
    button.addEventListener("click", () => {
      if (button.ariaPressed === "true") return listening.stop();
      listening = listen(button, document.getElementById(button.dataset.dictates));
    });
  });
}
