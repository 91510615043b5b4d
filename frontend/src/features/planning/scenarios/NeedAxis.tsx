import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { Hatch } from '../Hatch'
import { range, whole } from '../numbers'
import { useWidth } from '../placement/useWidth'
import { type Axis, anchorAt, placeOn, ticksClearOf } from './axis'

interface NeedAxisProps {
  axis: Axis
  needed: number
  interval: readonly number[] | null
  desks: number
}

const BAR = { top: 28, height: 16 }
const MIDDLE = BAR.top + BAR.height / 2
const LINE = 58
const LIKELY_WIDTH = 480
/** In pixels: so wide is the word over the gap, and so far it stands from the line. */
const GAP_WIDE = 84
const BESIDE = 6
const at = (percent: number) => `${percent.toFixed(2)}%`

/** The need as a distance from the desks of the hall: hatched where they are short, dashed where there is room. */
export function NeedAxis({ axis, needed, interval, desks }: NeedAxisProps) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const hatch = useId()
  const { box, width: pixels } = useWidth(LIKELY_WIDTH)
  const short = needed - desks
  const [left, right] = [Math.min(needed, desks), Math.max(needed, desks)].map((value) =>
    placeOn(axis, value),
  )
  const from = left ?? 0
  const width = (right ?? 0) - from
  const desksAt = placeOn(axis, desks)
  const neededAt = placeOn(axis, needed)
  const said = besideTheLine({ from, width, desksAt, pixels, right: short > 0 })
  const words = [
    t('axis.needed', { needed: whole(needed, language) }),
    interval && t('axis.interval', { range: range(interval, language) }),
    t('axis.desks', { desks: whole(desks, language) }),
    balanceWords(),
  ]
  function balanceWords() {
    if (short > 0) return t('short', { count: short, desks: whole(short, language) })
    return t('room', { count: -short, desks: whole(-short, language) })
  }
  return (
    <div ref={box}>
      <svg
        role="img"
        aria-label={words.filter(Boolean).join(t('separator'))}
        width="100%"
        height="86"
        className="block overflow-visible tabular-nums"
      >
        <defs>
          <Hatch id={hatch} />
        </defs>
        {short !== 0 && (
          <>
            <rect
              x={at(from)}
              y={BAR.top}
              width={at(width)}
              height={BAR.height}
              fill={short > 0 ? `url(#${hatch})` : 'none'}
              stroke={short > 0 ? 'var(--color-warn)' : 'var(--color-free)'}
              strokeDasharray={short > 0 ? undefined : '4 3'}
            />
            <text
              x={said.x}
              y={18}
              textAnchor={said.anchor}
              fontSize="14"
              fontWeight="700"
              fill={short > 0 ? 'var(--color-warn-text)' : 'var(--color-free-text)'}
            >
              {t(short > 0 ? 'axis.short' : 'axis.room', { desks: whole(Math.abs(short), language) })}
            </text>
          </>
        )}
        <line x1="0" x2="100%" y1={LINE} y2={LINE} stroke="var(--color-edge)" />
        {axis.ticks.map((tick) => (
          <line
            key={tick}
            x1={at(placeOn(axis, tick))}
            x2={at(placeOn(axis, tick))}
            y1={LINE}
            y2={LINE + 6}
            stroke="var(--color-edge)"
          />
        ))}
        {ticksClearOf(axis, desks, pixels).map((tick) => (
          <text
            key={tick}
            x={at(placeOn(axis, tick))}
            y={LINE + 23}
            textAnchor={anchorAt(placeOn(axis, tick))}
            fontSize="14"
            fill="var(--color-quiet)"
          >
            {whole(tick, language)}
          </text>
        ))}
        <line x1={at(desksAt)} x2={at(desksAt)} y1={4} y2={LINE + 6} stroke="#000" strokeWidth="2.5" />
        <text x={at(desksAt)} y={LINE + 23} textAnchor={anchorAt(desksAt)} fontSize="14" fontWeight="700">
          {t('axis.line', { desks: whole(desks, language) })}
        </text>
        {interval && <Whisker axis={axis} interval={interval} />}
        <circle cx={at(neededAt)} cy={MIDDLE} r="7" fill="var(--color-accent)" />
      </svg>
    </div>
  )
}

interface Gap {
  /** In per cent of the scale. */
  from: number
  width: number
  desksAt: number
  pixels: number
  /** It lies to the right of the line of desks. */
  right: boolean
}

/** Where the word over the gap stands: in its middle, and where it is narrow beside the line, not on it. */
function besideTheLine({ from, width, desksAt, pixels, right }: Gap) {
  if ((width / 100) * pixels > GAP_WIDE) return { x: at(from + width / 2), anchor: 'middle' } as const
  const line = (desksAt / 100) * pixels
  const after = right ? line < pixels - GAP_WIDE : line < GAP_WIDE
  return after
    ? ({ x: line + BESIDE, anchor: 'start' } as const)
    : ({ x: line - BESIDE, anchor: 'end' } as const)
}

function Whisker({ axis, interval: [low = 0, high = 0] }: { axis: Axis; interval: readonly number[] }) {
  const [from, to] = [at(placeOn(axis, low)), at(placeOn(axis, high))]
  const stroke = { stroke: 'var(--color-accent)', strokeWidth: 2 }
  return (
    <>
      <line x1={from} x2={to} y1={MIDDLE} y2={MIDDLE} {...stroke} />
      <line x1={from} x2={from} y1={MIDDLE - 8} y2={MIDDLE + 8} {...stroke} />
      <line x1={to} x2={to} y1={MIDDLE - 8} y2={MIDDLE + 8} {...stroke} />
    </>
  )
}
