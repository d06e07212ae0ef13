// Imported first by `main.tsx`, so that the network is asked for before the page is even built. Only the pages that begin with
// a label need it, where the address names no network; what fails here, they ask for again. One file (`npm run single`) has its
// networks in it, and a page inside another one runs nothing unasked.
const { hash, search, protocol } = window.location;
const beginsWithLabel = /^(#?|#\/|#\/live)$/.test(hash) && !new URLSearchParams(search).has('embed');
if (beginsWithLabel && protocol !== 'file:')
  void import('./lab/networks/startEarly').then(({ startEarly }) => startEarly()).catch(() => undefined);
