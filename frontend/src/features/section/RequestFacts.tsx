import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { CheckIcon, WarningIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { Tag } from '#/ui/Tag'
import { HALVES, type HalfName } from './cells'
import { Decide } from './Decide'
import { requestOptions, type Weighed, weighedOptions } from './deciding'
import { Fact } from './Fact'
import type { SectionDay, SectionPending } from './queries'

interface RequestFactsProps {
  request: SectionPending
  day: SectionDay
  name: string
  decide: boolean
  counted: boolean
  minimum: number
  onDone: () => void
}

/** A request that waits: when, what, why, what it would leave on site, and the answer to it. */
export function RequestFacts({ request, day, name, decide, counted, minimum, onDone }: RequestFactsProps) {
  const { t } = useTranslation(['section', 'everyday'])
  const language = useLanguage()
  const words = useProblemWords()
  const asked = useQuery(requestOptions(request.id)).data
  const weighed = useQuery({ ...weighedOptions(request.id), enabled: decide }).data
  const part = request.unit === 'hours' ? '' : `${t(`everyday:part.${request.unit}`)} `
  const effects = weighed?.on_site.length ? weighed.on_site : counted ? effectsOf(request, day, minimum) : []
  const may = new Set(asked?.may)
  return (
    <>
      <dl className="flex flex-col gap-1">
        <Fact name={t('when')}>
          {dayName(day.day, language)} {part}
          {timeRange(request.start, request.end)}
        </Fact>
        {asked?.tasks && <Fact name={t('what')}>{asked.tasks}</Fact>}
        {asked?.post_hoc_reason && <Fact name={t('whyLabel')}>{asked.post_hoc_reason}</Fact>}
        {asked?.documents && <Fact name={t('documents')}>{asked.documents}</Fact>}
        {weighed && <Fact name={t('thisMonth')}>{month(weighed)}</Fact>}
        {decide && effects.length > 0 && (
          <Fact name={t('effect')}>
            {effects.map((one) => (
              <Effect key={one.half} {...one} />
            ))}
          </Fact>
        )}
      </dl>
      {weighed?.refused && <Notice tone="warn">{words(new ApiProblem(weighed.refused)).title}</Notice>}
      {decide && asked && (may.has('approve') || may.has('reject')) && (
        <Decide
          request={{ id: asked.id, version: request.version }}
          name={name}
          blocked={Boolean(weighed?.refused)}
          onDone={onDone}
        />
      )}
    </>
  )

  function month({ month_days: days, month_most: most, in_a_row: row }: Weighed) {
    return most ? t('monthOf', { days, most, row }) : t('monthPlain', { days, row })
  }
}

interface EffectProps {
  half: HalfName
  before: number
  after: number
  minimum: number
}

function Effect({ half, before, after, minimum }: EffectProps) {
  const { t } = useTranslation(['section', 'everyday'])
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="whitespace-nowrap">
        {t('effectOf', { half: t(`everyday:part.${half}`), before, after })}
      </span>
      {minimum > 0 &&
        (after >= minimum ? (
          <Tag tone="free" icon={<CheckIcon size={16} />}>
            {t('meets', { count: minimum })}
          </Tag>
        ) : (
          <Tag tone="warn" icon={<WarningIcon size={16} />}>
            {t('below', { count: minimum })}
          </Tag>
        ))}
    </span>
  )
}

/** What the picture on the screen says, until the server has weighed it. */
function effectsOf(request: SectionPending, day: SectionDay, minimum: number): EffectProps[] {
  return HALVES.filter((half) => request[half]).map((half) => {
    const before = half === 'am' ? day.on_site_am : day.on_site_pm
    return { half, before, after: before - 1, minimum }
  })
}
