// Read the data that lies beside these pages. It comes as scripts that call parallax.put, because a page on disk may not
// fetch files, and packed by gzip, a fifth of its size.
"use strict";

const parallax = (window.parallax = { got: new Map() });

parallax.put = (name, packed) => parallax.got.set(name, parallax.unpack(packed));

parallax.unpack = async (packed) => {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
};

parallax.load = (name, folder) => {
  if (parallax.got.has(name)) return parallax.got.get(name);
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${folder}/${name}.js`;
    script.onload = () => resolve(parallax.got.get(name));
    script.onerror = () => reject(new Error(`evidence/data/${name}.js could not be read`));
    document.head.append(script);
  });
};
