/** Japanese with English beneath, for whoever stands before the screen. */
export function Both({ ja, en, className = '' }: { ja: string; en: string; className?: string }) {
  return (
    <span className={className}>
      {ja}
      <span lang="en" className="block text-[0.62em] leading-tight font-normal">
        {en}
      </span>
    </span>
  )
}
