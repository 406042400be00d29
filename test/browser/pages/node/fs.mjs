// As much of node:fs as the programs of test/glue/packages use, over the server that the page is from.

/** @param {URL} url @param {'utf8'} _encoding */
export function readFileSync(url, _encoding) {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.send();
  if (request.status !== 200) throw new Error(`ENOENT: ${url}`);
  return request.responseText;
}
