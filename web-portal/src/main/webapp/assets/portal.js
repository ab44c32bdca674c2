/* The little the portal does in the browser. Every page works without it, except the confirm dialogs,
   which then submit straight away and are asked about by the server. */
(function () {
  "use strict";

  const root = document.documentElement;

  /* The side navigation on a narrow screen. */
  function toggleNav(open) {
    const button = document.querySelector("[data-nav-toggle]");
    if (!button) {
      return;
    }
    document.body.classList.toggle("nav-open", open);
    button.setAttribute("aria-expanded", String(open));
    if (open) {
      const first = document.querySelector("#side a");
      if (first) {
        first.focus();
      }
    } else {
      button.focus();
    }
  }

  /* "in 3 h 12 min", in the language of the page, from the words the server put beside the time. */
  function remaining(element) {
    const until = Date.parse(element.getAttribute("datetime"));
    const minutes = Math.ceil((until - Date.now()) / 60000);
    const words = element.dataset;
    if (minutes <= 0) {
      return words.over;
    }
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    const text = hours > 0 ? hours + " h " + rest + " min" : rest + " min";
    return words.left.replace("{0}", text);
  }

  function tick() {
    document.querySelectorAll("time[data-countdown]").forEach(function (element) {
      const target = document.getElementById(element.dataset.countdown);
      if (target) {
        target.textContent = remaining(element);
      }
    });
  }

  /* Nobody has touched the page for as long as the session may rest: what stands on it is taken off the screen. The server has ended
     the session by then; this asks it nothing, for a question would count as use. */
  let touched = Date.now();

  function rest() {
    const app = document.querySelector("[data-rest]");
    const seconds = app ? Number(app.dataset.rest) : 0;
    if (seconds <= 0 || Date.now() - touched < seconds * 1000) {
      return;
    }
    const note = document.createElement("main");
    note.className = "rested";
    const words = document.createElement("p");
    words.textContent = app.dataset.restOver;
    const again = document.createElement("a");
    again.className = "button primary";
    again.href = window.location.href;
    again.textContent = app.dataset.restAgain;
    note.append(words, again);
    document.body.replaceChildren(note);
    document.title = "Chiron";
  }

  ["keydown", "pointerdown", "pointermove", "wheel", "input"].forEach(function (kind) {
    document.addEventListener(kind, function () {
      touched = Date.now();
    }, { passive: true, capture: true });
  });
  document.addEventListener("visibilitychange", rest);

  function confirmFirst(button, event) {
    const dialog = document.getElementById(button.dataset.confirm);
    if (!dialog || typeof dialog.showModal !== "function" || button.dataset.confirmed === "yes") {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    dialog.returnValue = "";
    dialog.addEventListener(
      "close",
      function () {
        if (dialog.returnValue === "yes") {
          button.dataset.confirmed = "yes";
          button.click();
          delete button.dataset.confirmed;
        } else {
          button.focus();
        }
      },
      { once: true },
    );
    dialog.showModal();
  }

  // The clipboard is for pages over https and on this machine; elsewhere the text is marked, to be copied by hand.
  function copyText(button) {
    const source = document.getElementById(button.dataset.copy);
    const said = function () {
      button.querySelector("span").textContent = button.dataset.copied;
    };
    const mark = function () {
      window.getSelection().selectAllChildren(source);
    };
    if (navigator.clipboard) {
      navigator.clipboard.writeText(source.textContent).then(said, mark);
    } else {
      mark();
    }
  }

  document.addEventListener(
    "click",
    function (event) {
      const button = event.target.closest("[data-confirm]");
      if (button) {
        confirmFirst(button, event);
        return;
      }
      const answer = event.target.closest("[data-answer]");
      if (answer) {
        answer.closest("dialog").close(answer.dataset.answer);
        return;
      }
      if (event.target.closest("[data-nav-toggle]")) {
        toggleNav(!document.body.classList.contains("nav-open"));
        return;
      }
      if (document.body.classList.contains("nav-open") && !event.target.closest("#side")) {
        toggleNav(false);
        return;
      }
      const copy = event.target.closest("[data-copy]");
      if (copy) {
        copyText(copy);
        return;
      }
      if (event.target.closest("[data-print]")) {
        window.print();
        return;
      }
      document.querySelectorAll("details.account[open]").forEach(function (menu) {
        if (!menu.contains(event.target)) {
          menu.removeAttribute("open");
        }
      });
    },
    true,
  );

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      document.querySelectorAll("details.account[open]").forEach(function (menu) {
        menu.removeAttribute("open");
        menu.querySelector("summary").focus();
      });
      if (document.body.classList.contains("nav-open")) {
        toggleNav(false);
      }
    }
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
      const box = document.querySelector("[data-search]");
      if (box) {
        event.preventDefault();
        box.focus();
      }
    }
  });

  /* A second press of a submit button while the first is under way is ignored. */
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (form.dataset.download) {
      return; // a file comes, and the page stays
    }
    if (form.dataset.sent === "yes") {
      event.preventDefault();
      return;
    }
    if (!event.defaultPrevented) {
      form.dataset.sent = "yes";
      form.removeAttribute("data-dirty");
    }
  });

  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      form.removeAttribute("data-sent");
    });
  });

  /* Leaving a page with unsaved words asks first. */
  document.addEventListener("input", function (event) {
    const form = event.target.closest("form[data-guard]");
    if (form) {
      form.dataset.dirty = "yes";
    }
  });

  window.addEventListener("beforeunload", function (event) {
    if (document.querySelector("form[data-guard][data-dirty]")) {
      event.preventDefault();
    }
  });

  document.addEventListener("DOMContentLoaded", function () {
    root.classList.add("js");
    tick();
    window.setInterval(function () {
      tick();
      rest();
    }, 15000);
    const running = document.querySelector("[data-refresh]");
    if (running) {
      window.setTimeout(function () {
        window.location.assign(window.location.pathname + window.location.search);
      }, Number(running.dataset.refresh) * 1000);
    }
    const wrong = document.querySelector("[aria-invalid='true']");
    if (wrong) {
      wrong.focus();
    }
  });
})();
