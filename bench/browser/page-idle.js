// The browser's first page: goes where it is told.
fetch('/next').then((response) => response.text()).then((page) => { location.replace(page); });
