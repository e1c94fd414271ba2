// The little that pages do beyond links and forms. Every page works without it.
(() => {
  'use strict';

  const meta = name => document.querySelector(`meta[name="${name}"]`)?.content;

  document.addEventListener('htmx:configRequest', event => {
    const header = meta('_csrf_header');
    if (header) event.detail.headers[header] = meta('_csrf');
    // A form that sends itself while it is being filled in does so to its own address, not to the one of the button pressed last.
    const form = event.detail.elt;
    if (form.matches('form[data-once]')) event.detail.path = form.getAttribute('hx-post');
    if (leaving.has(form) || form.matches('form[data-no-such-day]') && doubtful(form).length) event.preventDefault();
  });

  // Before all that a sent form sets off: <form data-confirm="…"> asks before a step that cannot be taken back, and only once: what was agreed to is on its way. So does a button of
  // a form with others; what data-confirm-also="…" names is said with the question, as it reads by then.
  const agreed = new Set();
  const asked = asking => {
    if (!asking) return '';
    const also = document.getElementById(asking.dataset.confirmAlso ?? '');
    const notes = also ? [...also.querySelectorAll('li')].map(note => note.textContent) : [];
    return [asking.dataset.confirm, ...notes].join('\n\n');
  };
  // A question that is said with what a form’s changes bring waits for the answer to the last of them: what stands there before is of what was typed before.
  const changes = new Map();
  const counted = (form, what) => changes.set(form, { made: 0, sent: 0, answered: 0, ...changes.get(form), ...what });
  const waiting = new Map();
  document.addEventListener('change', event => {
    const form = event.target.form;
    if (form?.matches('form[hx-post]')) counted(form, { made: (changes.get(form)?.made ?? 0) + 1 });
  });
  document.addEventListener('htmx:beforeRequest', event => {
    const form = event.detail.elt;
    if (changes.has(form)) counted(form, { sent: changes.get(form).made });
  });
  document.addEventListener('htmx:afterRequest', event => {
    const form = event.detail.elt;
    if (!changes.has(form)) return;
    counted(form, { answered: changes.get(form).sent });
    const { made, answered } = changes.get(form);
    const submitter = waiting.get(form);
    if (!submitter || answered < made) return;
    waiting.delete(form);
    form.requestSubmit(submitter);
  });
  addEventListener('pageshow', () => { changes.clear(); waiting.clear(); });
  document.addEventListener('submit', event => {
    const { made, answered } = changes.get(event.target) ?? {};
    if (!event.submitter?.dataset.confirmAlso || !window.htmx || made === answered) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting.set(event.target, event.submitter);
  });
  document.addEventListener('submit', event => {
    const question = asked([event.submitter, event.target].find(asking => asking?.dataset.confirm));
    if (!question) return;
    if (agreed.has(event.target) || !confirm(question)) event.preventDefault();
    else agreed.add(event.target);
  });
  addEventListener('pageshow', () => agreed.clear());

  // <form data-once> is sent once: neither a second press nor a change still on its way follows it.
  const leaving = new Set();
  document.addEventListener('submit', event => {
    if (!event.target.matches('form[data-once]') || event.defaultPrevented) return;
    if (leaving.has(event.target)) event.preventDefault();
    leaving.add(event.target);
  });
  addEventListener('pageshow', () => leaving.clear());

  document.addEventListener('click', event => {
    const menu = event.target.closest('[data-menu]');
    if (menu) {
      const open = menu.closest('.ws-side').classList.toggle('open');
      menu.setAttribute('aria-expanded', open);
    }
    if (event.target.closest('[data-theme-switch]')) {
      const next = document.documentElement.getAttribute('data-bs-theme') === 'dark' ? 'light' : 'dark';
      document.documentElement.setAttribute('data-bs-theme', next);
      localStorage.setItem('ws-theme', next);
      document.dispatchEvent(new Event('ws:theme'));
    }
    const copy = event.target.closest('[data-copy]');
    if (copy) navigator.clipboard?.writeText(copy.dataset.copy).then(() => { copy.textContent = copy.dataset.copied || copy.textContent; });
  });

  // <select data-submit> sends its form as soon as another value is chosen; the form's button is for those without JavaScript.
  document.addEventListener('change', event => {
    if (event.target.matches('[data-submit]')) event.target.form.requestSubmit();
  });

  // <input type="checkbox" data-tick-all="form"> ticks every box of a form, and says whether all, some or none are ticked.
  const ticks = form => [...(document.getElementById(form)?.elements ?? [])].filter(field => field.type === 'checkbox' && field.name);
  const tallied = () => document.querySelectorAll('[data-tick-all]').forEach(all => {
    const boxes = ticks(all.dataset.tickAll);
    const ticked = boxes.filter(box => box.checked).length;
    all.checked = ticked > 0 && ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  });
  document.addEventListener('change', event => {
    if (event.target.matches('[data-tick-all]')) ticks(event.target.dataset.tickAll).forEach(box => { box.checked = event.target.checked; });
    tallied();
  });
  addEventListener('pageshow', tallied);

  // <form data-unsaved>: whoever leaves the page while something is typed in it is asked first, unless it is on its way.
  const sending = new Set();
  document.addEventListener('submit', event => { if (!event.defaultPrevented) sending.add(event.target); });
  addEventListener('pageshow', () => sending.clear());
  addEventListener('beforeunload', event => {
    const forms = [...document.querySelectorAll('form[data-unsaved]')].filter(form => !sending.has(form));
    if (forms.some(form => [...form.querySelectorAll('textarea')].some(field => field.value.trim() && field.value !== field.defaultValue))) event.preventDefault();
  });

  // <details data-keep-open="…"> that is open stays so when htmx exchanges the page around it; a click elsewhere closes it.
  // Whoever was choosing in it goes on there: while it was still closed, the field could not take the focus back.
  let open = [];
  let focused = '';
  document.addEventListener('htmx:beforeSwap', () => {
    focused = document.activeElement?.closest('details[data-keep-open]') ? document.activeElement.id : '';
    open = [...document.querySelectorAll('details[data-keep-open][open]')].map(details => details.dataset.keepOpen);
  });
  document.addEventListener('htmx:afterSwap', () => {
    open.forEach(name => document.querySelector(`details[data-keep-open="${name}"]`)?.setAttribute('open', ''));
    if (focused) document.getElementById(focused)?.focus();
    document.querySelectorAll('[data-without-script]').forEach(element => { element.hidden = true; });
  });
  // Escape closes it too; whoever was in it goes on at what opened it, unless the click led elsewhere.
  const shut = details => {
    const inside = details.contains(document.activeElement) || document.activeElement.matches('body, main');
    details.removeAttribute('open');
    if (inside) details.querySelector('summary')?.focus();
  };
  document.addEventListener('click', event => {
    document.querySelectorAll('details[data-keep-open][open]').forEach(details => {
      if (!event.composedPath().includes(details)) shut(details);
    });
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') document.querySelectorAll('details[data-keep-open][open]').forEach(shut);
  });

  // A form that sends itself at each change waits while somebody chooses with the keyboard: each letter typed into a select chooses anew,
  // and a day is typed piece by piece. Leaving the field lets the change go, and so does Enter, or with a select a second without a key.
  // What comes back meanwhile for an earlier change is not put under the fingers of whoever is choosing: the change held back asks again.
  const REST = 1000;
  const CHOOSES = /^(.|Arrow.*|Home|End|Page.*|Backspace|Delete)$/u;
  let choosing = null;
  let held = false;
  let resting = 0;
  const rest = () => {
    clearTimeout(resting);
    if (choosing.matches('select')) resting = setTimeout(release, REST);
  };
  const release = () => {
    clearTimeout(resting);
    const field = choosing;
    const changed = held;
    choosing = null;
    held = false;
    if (changed && field.isConnected) field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  document.addEventListener('keydown', event => {
    const field = event.target;
    if (!field.matches('form[hx-post] select, form[hx-post] input[type="date"]')) return;
    if (event.key === 'Enter' && held) event.preventDefault();
    if (event.key === 'Enter') release();
    if (!CHOOSES.test(event.key) || event.ctrlKey || event.metaKey) return;
    choosing = field;
    rest();
  }, true);
  document.addEventListener('change', event => {
    if (event.target !== choosing) return;
    event.stopPropagation();
    held = true;
    rest();
  }, true);
  document.addEventListener('focusout', event => { if (event.target === choosing) release(); });
  document.addEventListener('pointerdown', release, true);
  document.addEventListener('htmx:beforeSwap', event => {
    if (!choosing || !event.detail.requestConfig.elt.matches('form') || !event.detail.target.contains(choosing)) return;
    event.detail.shouldSwap = false;
    held = true;
  });

  // What was chosen may bring fields that come next. Whoever left it with Tab before they were there goes on at the first of them, unless they
  // have done something else since.
  const STOPS = 'select, input:not([type="hidden"]), textarea, button, a[href], summary';
  let left = '';
  document.addEventListener('keydown', event => {
    left = event.key === 'Tab' && !event.shiftKey && event.target.matches('form[hx-post] select') ? event.target.id : '';
  }, true);
  document.addEventListener('pointerdown', () => { left = ''; }, true);
  document.addEventListener('htmx:afterSwap', () => {
    const from = left && document.getElementById(left);
    if (!from) return;
    const stops = [...from.form.querySelectorAll(STOPS)].filter(field => field === from || field.checkVisibility() && !field.disabled);
    stops[stops.indexOf(from) + 1]?.focus();
  });

  // <form data-touched> tells which of its fields were changed since it was opened, and before that, where it was shown anew: what somebody else saved in the others stays.
  const touched = field => {
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    if (!field.options) return field.value !== field.defaultValue;
    // Where the page chose none of them, the browser chose the first.
    return field.selectedIndex !== Math.max(0, [...field.options].findIndex(option => option.defaultSelected));
  };
  const told = form => [...form.elements].filter(field => field.name && field.type !== 'hidden' && !field.matches('button'));
  document.addEventListener('formdata', event => {
    const form = event.target;
    if (!form.matches('[data-touched]')) return;
    const before = form.querySelector('[name=touched]')?.value.split(',') ?? [];
    const now = told(form).filter(touched).map(field => field.name);
    event.formData.set('touched', [...new Set(['', ...before, ...now])].join(',') || ',');
  });
  // What such a form has kept by itself is what it was opened with from then on.
  const sent = new Map();
  document.addEventListener('htmx:beforeRequest', event => {
    const form = event.detail.elt;
    if (form.matches('form[data-touched]')) sent.set(form, told(form).map(field => ({ field, value: field.value, checked: field.checked, index: field.selectedIndex })));
  });
  document.addEventListener('htmx:afterRequest', event => {
    const form = event.detail.elt;
    if (!event.detail.successful || !sent.has(form) || /id="draft-says"[^>]*>\s*<a/.test(event.detail.xhr.responseText)) return;
    for (const { field, value, checked, index } of sent.get(form)) {
      if (field.options) [...field.options].forEach((option, at) => { option.defaultSelected = at === index; });
      else if (field.type === 'checkbox' || field.type === 'radio') field.defaultChecked = checked;
      else field.defaultValue = value;
    }
  });

  // A button of such a form has sent all that is written there: the change of the field left for it does not send it once more in its place.
  const acting = new Set();
  document.addEventListener('htmx:beforeRequest', event => { if (!event.detail.elt.matches('form')) acting.add(event.detail.elt.closest('form')); });
  document.addEventListener('htmx:afterRequest', event => acting.clear());
  document.addEventListener('htmx:confirm', event => {
    if (event.detail.elt.matches('form[data-once]') && acting.has(event.detail.elt)) event.preventDefault();
  });

  // <form data-no-such-day="…"> says of a day that cannot be, or is half written, what is wrong with it; the browser would send nothing in its place.
  const doubt = field => {
    const fields = field.closest('.ws-fields');
    const bad = field.validity.badInput;
    let note = fields.querySelector('[data-doubt]');
    if (!bad && !note) return false;
    if (!note) {
      note = document.createElement('p');
      note.className = 'ws-wrong';
      note.dataset.doubt = '';
      note.id = `doubt-${field.id}`;
      note.textContent = field.form.dataset.noSuchDay;
      fields.append(note);
    }
    field.classList.toggle('is-invalid', bad);
    if (bad) {
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', note.id);
    } else {
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
      if (![...fields.querySelectorAll('input')].some(other => other.validity.badInput)) note.remove();
    }
    return bad;
  };
  const doubtful = form => [...form.querySelectorAll('.ws-fields input[type="date"]')].filter(doubt);
  document.addEventListener('focusout', event => {
    if (event.target.matches('form[data-no-such-day] .ws-fields input[type="date"]')) doubt(event.target);
  });
  document.addEventListener('submit', event => {
    if (event.target.matches('form[data-no-such-day]') && event.submitter?.value === 'save' && doubtful(event.target).length) {
      event.preventDefault();
      leaving.delete(event.target);
    }
  });

  // <… data-session-ended> in a form is shown when the session has ended meanwhile, instead of leading away from what is written there. Its
  // link brings that along through the login: what the form holds as far as an address can, else what the address of the page holds.
  const LONGEST_ADDRESS = 6000;
  document.addEventListener('htmx:beforeOnLoad', event => {
    const form = event.detail.elt.closest('form');
    const notice = form?.querySelector('[data-session-ended]');
    if (!notice || ![401, 403].includes(event.detail.xhr.status)) return;
    event.preventDefault();
    const link = notice.querySelector('[data-goes-on]');
    const typed = [...new FormData(form)].filter(([name]) => name !== '_csrf' && name !== 'act');
    const address = `${link.dataset.goesOn}?${new URLSearchParams(typed)}`;
    link.href = address.length > LONGEST_ADDRESS ? location.href : address;
    notice.hidden = false;
  });

  // <input type="range" data-sets="field"> chooses among the data-steps of its fieldset for a field of the same form, which is what is sent.
  // Its output says how many reach the step; the bars take the colour of the highest slider that is not above them.
  const number = new Intl.NumberFormat(document.documentElement.lang || 'en');
  const listed = (scale, name) => scale.dataset[name].split(',').map(Number);
  const tell = scale => {
    const steps = listed(scale, 'steps');
    const reaching = listed(scale, 'reaching');
    const sliders = [...scale.querySelectorAll('[data-sets]')];
    sliders.forEach(slider => {
      const says = scale.dataset.says.replace('{0}', number.format(steps[slider.value])).replace('{1}', number.format(reaching[slider.value]));
      slider.setAttribute('aria-valuetext', says);
      slider.parentElement.querySelector('output').textContent = says;
    });
    scale.querySelectorAll('[data-from]').forEach(bar => {
      const reached = sliders.filter(slider => steps[slider.value] <= Number(bar.dataset.from)).pop();
      bar.setAttribute('fill', reached ? reached.dataset.colour : scale.dataset.base);
    });
  };
  document.addEventListener('input', event => {
    const field = event.target;
    if (field.matches('[data-sets]')) {
      const scale = field.closest('[data-steps]');
      field.form.elements[field.dataset.sets].value = listed(scale, 'steps')[field.value];
      tell(scale);
    } else if (field.name) {
      const slider = field.form?.querySelector(`[data-sets="${CSS.escape(field.name)}"]`);
      if (!slider) return;
      const scale = slider.closest('[data-steps]');
      const typed = Number(field.value.replaceAll(',', ''));
      if (!(typed > 0)) return;
      slider.value = listed(scale, 'steps').reduce((best, step, place, steps) => Math.abs(step - typed) < Math.abs(steps[best] - typed) ? place : best, 0);
      tell(scale);
    }
  });

  // A field that says nothing of what was chosen in another (data-when: its name, data-is: the choices it belongs to) is not shown.
  const fitting = form => form.querySelectorAll('[data-when]').forEach(part => {
    const chosen = form.querySelector(`select[name="${CSS.escape(part.dataset.when)}"]`);
    part.hidden = chosen !== null && !part.dataset.is.split(' ').includes(chosen.value) && !part.querySelector('.is-invalid');
  });
  document.querySelectorAll('form:has([data-when])').forEach(fitting);
  document.addEventListener('change', event => {
    if (event.target.form?.querySelector('[data-when]')) fitting(event.target.form);
  });

  // What does nothing without JavaScript is hidden without it.
  document.querySelectorAll('[data-with-script]').forEach(element => { element.hidden = false; });

  document.querySelectorAll('[data-submit]').forEach(field => {
    const button = field.form?.querySelector('[data-without-script]');
    if (button) button.hidden = true;
  });
  document.querySelectorAll('[hx-post] [data-without-script]').forEach(element => { element.hidden = true; });
})();
