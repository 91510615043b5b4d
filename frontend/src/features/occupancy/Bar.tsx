interface BarProps {
  /** 0 to 1; more is drawn as full. */
  share: number | null
  strong?: boolean
}

/** How long a number is beside the longest; the number stands beside it. */
export function Bar({ share, strong = false }: BarProps) {
  const width = Math.min(Math.max(share ?? 0, 0), 1) * 100
  return (
    <span className="bar" data-strong={strong || undefined} aria-hidden="true">
      <span style={{ width: `${width}%` }} />
    </span>
  )
}
