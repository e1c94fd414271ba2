// Uploads files in pieces, so that a lost connection costs one piece and not the file. Without this the form sends the file in one go.
(() => {
  'use strict';

  const MEGABYTE = 1 << 20;
  const PIECE = 4 * MEGABYTE;
  const LONGEST_WAIT = 30;

  class Refused extends Error {}
  class LoggedOut extends Error {}
  class Failed extends Error {}

  const meta = name => document.querySelector(`meta[name="${name}"]`)?.content;
  const fill = (text, ...values) => values.reduce((filled, value, i) => filled.replace(`{${i}}`, value), text);
  const number = (value, digits) => new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: digits }).format(value);
  const megabytes = bytes => bytes < MEGABYTE ? `${number(bytes / 1024, 1)} KB` : `${number(bytes / MEGABYTE, 1)} MB`;
  const clock = seconds => seconds < 3600
    ? `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
    : `${Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60 % 60)).padStart(2, '0')}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

  // A pause that ends early when the browser says that it is back on the network.
  const pause = seconds => new Promise(resolve => {
    const done = () => { clearTimeout(timer); removeEventListener('online', done); resolve(); };
    const timer = setTimeout(done, seconds * 1000);
    addEventListener('online', done);
  });

  const lasting = status => status >= 500 || status === 408 || status === 429;

  class Upload {
    constructor(form, file) {
      this.form = form;
      this.file = file;
      this.box = form.querySelector('[data-upload-progress]');
      this.status = form.querySelector('[data-upload-status]');
      this.texts = this.box.dataset;
      this.start = performance.now();
      this.sent = 0;
    }

    async run() {
      this.lock(true);
      this.say('');
      try {
        const facts = new URLSearchParams({ name: this.file.name, size: this.file.size, modified: this.file.lastModified });
        const kind = this.form.querySelector('[name=kind]:checked')?.value;
        if (kind) facts.set('kind', kind);
        const begun = await this.ask(this.form.dataset.upload, { method: 'POST', body: facts });
        this.pieces = `/imports/uploads/${begun.importId}`;
        this.reveal();
        this.show(begun.received);
        if (begun.received > 0) await this.compare();
        for (let at = begun.received; at < this.file.size;) at = await this.send(at);
        this.say(this.texts.reading);
        const arrived = await this.ask(`${this.pieces}/arrival`, { method: 'POST' });
        if (!arrived.location) throw new Failed(this.texts.failed);
        location.assign(arrived.location);
      } catch (error) {
        this.explain(error);
        this.lock(false);
      }
    }

    // The bar that moves takes the place of the one that says what was here when the page was made.
    reveal() {
      const still = document.querySelector('[data-upload-here]');
      if (still) still.hidden = true;
      this.box.hidden = false;
    }

    // What is here must be the start of this very file.
    async compare() {
      this.say(this.texts.checking);
      await this.ask(`${this.pieces}/pieces/0`, { method: 'PUT', body: await this.bytes(0, MEGABYTE) });
      this.say('');
    }

    async send(at) {
      const bytes = await this.bytes(at, PIECE);
      const answer = await this.ask(`${this.pieces}/pieces/${at}`, { method: 'PUT', body: bytes });
      this.sent += bytes.byteLength;
      this.show(answer.received);
      return answer.received;
    }

    async bytes(at, length) {
      try {
        return await this.file.slice(at, at + length).arrayBuffer();
      } catch {
        throw new Failed(this.texts.gone);
      }
    }

    // Asks until there is an answer; whoever is not reached is asked again, less and less often.
    async ask(address, options) {
      for (let wait = 1; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
        const response = await this.request(address, options);
        if (response && !lasting(response.status)) {
          if (wait > 1) this.say('');
          return this.answer(response);
        }
        this.say(fill(this.texts.again, number(wait, 0)), true);
        await pause(wait);
      }
    }

    async request(address, options) {
      const headers = { [meta('_csrf_header')]: meta('_csrf'), Accept: 'application/json' };
      if (options.body instanceof ArrayBuffer) headers['Content-Type'] = 'application/octet-stream';
      try {
        return await fetch(address, { ...options, headers, credentials: 'same-origin' });
      } catch {
        return null;
      }
    }

    async answer(response) {
      if (response.redirected || response.status === 401 || response.status === 403) throw new LoggedOut();
      const said = await response.json().catch(() => null);
      if (response.ok && said) return said;
      if (response.status === 409 && typeof said?.received === 'number') return said;
      if (said?.text) throw new Refused(said.text);
      throw new Failed(this.texts.failed);
    }

    explain(error) {
      if (error instanceof Refused) this.box.hidden = true; // how far it came says nothing any more
      this.say(error instanceof LoggedOut ? this.texts.login : error.message || this.texts.failed, true);
    }

    show(received) {
      const seconds = (performance.now() - this.start) / 1000;
      const rate = this.sent / seconds;
      this.box.querySelector('progress').value = received / this.file.size;
      const text = (name, value) => { this.box.querySelector(`span[data-${name}]`).textContent = value; };
      text('of', fill(this.texts.of, megabytes(received), megabytes(this.file.size)));
      text('rate', this.sent ? fill(this.texts.rate, megabytes(rate)) : '');
      text('left', this.sent && received < this.file.size ? fill(this.texts.left, clock((this.file.size - received) / rate)) : '');
    }

    say(text, wrong = false) {
      this.status.textContent = text;
      this.status.classList.toggle('bad', wrong);
    }

    lock(locked) {
      this.form.querySelectorAll('button, input').forEach(field => { field.disabled = locked; });
      this.running = locked;
    }
  }

  const uploads = new Map();

  const begin = form => {
    const file = form.querySelector('input[type=file]').files[0];
    if (!file || uploads.get(form)?.running) return;
    const upload = new Upload(form, file);
    uploads.set(form, upload);
    upload.run();
  };

  document.addEventListener('submit', event => {
    if (event.target.dataset.upload === undefined) return;
    event.preventDefault();
    begin(event.target);
  });

  document.addEventListener('change', event => {
    if (event.target.matches('[data-upload-at-once]') && event.target.files.length) event.target.form.requestSubmit();
  });
})();
