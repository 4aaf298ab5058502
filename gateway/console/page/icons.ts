const namespace = "http://www.w3.org/2000/svg";

function icon(viewBox: string, ...paths: readonly string[]): SVGSVGElement {
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", viewBox);
  svg.setAttribute("aria-hidden", "true");
  for (const d of paths) {
    const path = document.createElementNS(namespace, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

/** A handset as it lies on the left of a desk phone. */
export function handset(): SVGSVGElement {
  return icon(
    "0 0 40 132",
    "M10 2h17a9 9 0 0 1 9 9v20a8 8 0 0 1-8 8h-4v54h4a8 8 0 0 1 8 8v20a9 9 0 0 1-9 9H10a8 8 0 0 1-8-8V10a8 8 0 0 1 8-8z",
  );
}

export function bell(): SVGSVGElement {
  return icon(
    "0 0 24 24",
    "M12 2a2 2 0 0 1 2 2v.4A6.5 6.5 0 0 1 18.5 11v4.5l2 3h-17l2-3V11A6.5 6.5 0 0 1 10 4.4V4a2 2 0 0 1 2-2z",
    "M9.5 20h5a2.5 2.5 0 0 1-5 0z",
  );
}
