/** A, B, C in a box: which of the scenarios that stand side by side. Solid for the one whose placement is shown. */
export function Letter({ letter, chosen }: { letter: string; chosen: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`inline-flex size-8 shrink-0 items-center justify-center rounded-4 border font-bold ${chosen ? 'border-accent bg-accent text-white' : 'border-edge'}`}
    >
      {letter}
    </span>
  )
}
