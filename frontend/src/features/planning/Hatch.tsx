/** The pattern of what is short: orange strokes, so that it is known without its colour. */
export function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="#fff" />
      <path d="M1.500 0v6" stroke="var(--color-warn)" strokeWidth="2" />
    </pattern>
  )
}
