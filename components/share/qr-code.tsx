import { useMemo } from "react";
import { encode } from "uqr";

/** The most characters of a text whose code a phone still reads from a screen. */
export const MOST_IN_QR = 1200;

/** A text as a QR code: dark on light in both themes, as readers expect, with the margin that they need. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => {
    const { size: width, data } = encode(text, { ecc: text.length > 300 ? "L" : "M", border: 4 });
    const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: width, path: squares.join("") };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="aspect-square w-full max-w-64 rounded"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
