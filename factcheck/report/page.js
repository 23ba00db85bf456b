for (const button of document.querySelectorAll("button.level")) {
  button.addEventListener("click", () => {
    const hidden = document.body.classList.toggle("hide-" + button.dataset.level);
    button.setAttribute("aria-pressed", String(!hidden));
  });
}
for (const mark of document.querySelectorAll("mark")) {
  mark.addEventListener("click", () => {
    const link = document.querySelector(`.card a[href="#${mark.dataset.finding}"]`);
    if (link) link.closest(".card").scrollIntoView({ block: "center" });
  });
}
