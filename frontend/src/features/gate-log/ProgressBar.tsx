interface ProgressBarProps {
  label: string
  /** 0 to 100. */
  percent: number
  /** How far it is in words; they stand under the bar. */
  words: string
}

/** How far something is: a bar to scale, and the same in words. */
export function ProgressBar({ label, percent, words }: ProgressBarProps) {
  return (
    <div className="flex max-w-120 flex-col gap-1">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={words}
        className="h-2 overflow-hidden rounded-full border border-edge bg-white"
      >
        <div className="h-full bg-accent" style={{ width: `${percent}%` }} />
      </div>
      <p className="text-sm tabular-nums">{words}</p>
    </div>
  )
}
