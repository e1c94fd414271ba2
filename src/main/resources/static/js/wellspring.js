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
    if (leaving.has(form)) event.preventDefault();
  });

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

  // <form data-confirm="…"> asks before a step that cannot be taken back, and only once: what was agreed to is on its way.
  const agreed = new Set();
  document.addEventListener('submit', event => {
    const question = event.target.dataset.confirm;
    if (!question) return;
    if (agreed.has(event.target) || !confirm(question)) event.preventDefault();
    else agreed.add(event.target);
  });
  addEventListener('pageshow', () => agreed.clear());

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
  document.addEventListener('click', event => {
    document.querySelectorAll('details[data-keep-open][open]').forEach(details => {
      if (!details.contains(event.target)) details.removeAttribute('open');
    });
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

  // What does nothing without JavaScript is hidden without it.
  document.querySelectorAll('[data-with-script]').forEach(element => { element.hidden = false; });

  document.querySelectorAll('[data-submit]').forEach(field => {
    const button = field.form?.querySelector('[data-without-script]');
    if (button) button.hidden = true;
  });
  document.querySelectorAll('[hx-post] [data-without-script]').forEach(element => { element.hidden = true; });
})();
