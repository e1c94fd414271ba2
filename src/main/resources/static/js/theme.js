// Before the first paint: the theme chosen here last time, else the one the system prefers.
const chosen = localStorage.getItem('ws-theme');
const dark = matchMedia('(prefers-color-scheme: dark)').matches;
document.documentElement.setAttribute('data-bs-theme', chosen || (dark ? 'dark' : 'light'));
