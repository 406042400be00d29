// The first script of every page: an error that nobody handles is the page's answer, and what the content security policy
// refused is kept for the page to look at.
(function () {
  const send = (error) => {
    fetch('result', { method: 'POST', body: JSON.stringify({ error }) })
      .then(() => fetch('/next')).then((response) => response.text()).then((page) => { location.replace(page); });
  };
  const text = (error) => (error instanceof Error ? `${error.name}: ${error.message}\n${error.stack}` : String(error));
  // Also those of elements whose script could not be loaded; they do not bubble.
  addEventListener('error', (event) => { send(event.target === window ? (event.error ? text(event.error) : event.message) : `not loaded: ${event.target.src}`); }, true);
  addEventListener('unhandledrejection', (event) => { send(text(event.reason)); });
  window.refused = [];
  // Not the icon that the browser would like.
  addEventListener('securitypolicyviolation', (event) => { if (event.effectiveDirective !== 'img-src') window.refused.push(`${event.effectiveDirective} ${event.blockedURI}`); });
}());
