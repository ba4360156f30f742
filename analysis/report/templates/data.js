// Load the data files of the evidence pages. A page on disk may not fetch files, so each data file
// is a script that calls parallax.put. Its content is compressed with gzip, to a fifth of its size.
"use strict";

const parallax = (window.parallax = { loaded: new Map() });

parallax.put = (name, compressed) => parallax.loaded.set(name, parallax.decompress(compressed));

parallax.decompress = async (compressed) => {
  const bytes = Uint8Array.from(atob(compressed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
};

parallax.load = (name, folder) => {
  if (parallax.loaded.has(name)) return parallax.loaded.get(name);
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${folder}/${name}.js`;
    script.onload = () => resolve(parallax.loaded.get(name));
    script.onerror = () => reject(new Error(`evidence/data/${name}.js could not be read`));
    document.head.append(script);
  });
};
