// The contents stand beside the text where there is room, and behind their name on a phone.
const contents = document.querySelector("details.contents");
const narrow = matchMedia("(max-width: 719px)");
const fold = () => { if (contents) contents.open = !narrow.matches; };
narrow.addEventListener("change", fold);
fold();
// On paper everything is open.
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
