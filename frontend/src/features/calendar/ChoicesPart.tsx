import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { PagePart } from '#/ui/PagePart'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { showToast } from '#/ui/toasts'
import { ChoiceList } from './ChoiceList'
import { EventPreview } from './EventPreview'
import { Loaded } from './Loaded'
import { type Choices, choicesOptions, feedsOptions, useChoose } from './queries'
import { Tick } from './Tick'

/** 何を載せるか: saved at once, with how it looks beside it. */
export function ChoicesPart() {
  const { t } = useTranslation('calendar')
  const query = useQuery(choicesOptions())
  return (
    <PagePart id="choices" title={t('choices.title')} lead={t('choices.lead')}>
      <Loaded query={query} failed={t('choices.failed')}>
        {(choices) => <Chosen choices={choices} />}
      </Loaded>
    </PagePart>
  )
}

function Chosen({ choices }: { choices: Choices }) {
  const { t } = useTranslation('calendar')
  const words = useProblemWords()
  const choose = useChoose()
  const feeds = useQuery(feedsOptions()).data
  const manages = feeds && (feeds.sections.length > 0 || feeds.feeds.some(({ kind }) => kind === 'section'))
  const failed = (error: unknown) => showToast({ tone: 'failed', words: words(error).title })
  const save = (change: Partial<Choices>) => {
    const before = Object.fromEntries(
      Object.keys(change).map((key) => [key, choices[key as keyof Choices]]),
    ) as Partial<Choices>
    choose.mutate(change, {
      onSuccess: () =>
        showToast({
          tone: 'done',
          words: t('choices.saved'),
          action: {
            label: t('undo'),
            onPress: () =>
              choose.mutate(before, {
                onSuccess: () => showToast({ tone: 'done', words: t('undone') }),
                onError: failed,
              }),
          },
        }),
      onError: failed,
    })
  }
  const busy = choices.titles === 'busy'
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex flex-col gap-6">
        <ChoiceList
          legend={t('choices.titles')}
          value={choices.titles}
          options={[
            { value: 'full', label: t('choices.titlesFull'), lead: t('choices.titlesFullLead') },
            { value: 'short', label: t('choices.titlesShort'), lead: t('choices.titlesShortLead') },
            { value: 'busy', label: t('choices.titlesBusy'), lead: t('choices.titlesBusyLead') },
          ]}
          onChange={(titles) => save({ titles })}
        />
        <div className="flex flex-col items-start gap-2">
          <p className="font-bold" aria-hidden="true">
            {t('choices.spans')}
          </p>
          <SegmentedControl
            label={t('choices.spans')}
            value={choices.spans}
            segments={[
              { value: 'hours', label: t('choices.spansHours') },
              { value: 'halves', label: t('choices.spansHalves') },
            ]}
            onChange={(spans) => save({ spans })}
            className="max-rail:[&_label]:px-2 max-rail:[&_label]:text-sm"
          />
        </div>
        <fieldset className="m-0 min-w-0 p-0">
          <legend className="font-bold">{t('choices.what')}</legend>
          <Tick
            label={t('choices.withDesk')}
            lead={busy ? t('choices.withDeskBusy') : t('choices.withDeskLead')}
            checked={choices.with_desk}
            onChange={(with_desk) => save({ with_desk })}
          />
          <Tick
            label={t('choices.withTelework')}
            checked={choices.with_telework}
            onChange={(with_telework) => save({ with_telework })}
          />
          <Tick
            label={t('choices.withOwnPlans')}
            lead={t('choices.withOwnPlansLead')}
            checked={choices.with_own_plans}
            onChange={(with_own_plans) => save({ with_own_plans })}
          />
        </fieldset>
        <fieldset className="m-0 min-w-0 p-0">
          <legend className="font-bold">{t('choices.byMail')}</legend>
          <Tick
            label={t('choices.byMailTick')}
            lead={choices.mail_possible ? t('choices.byMailLead') : t('choices.byMailNone')}
            checked={choices.by_mail}
            disabled={!choices.mail_possible && !choices.by_mail}
            onChange={(by_mail) => save({ by_mail })}
          />
        </fieldset>
        {manages && (
          <ChoiceList
            legend={t('choices.sectionAs')}
            value={choices.section_as}
            options={[
              {
                value: 'summary',
                label: t('choices.sectionSummary'),
                lead: t('choices.sectionSummaryLead'),
              },
              { value: 'each', label: t('choices.sectionEach'), lead: t('choices.sectionEachLead') },
            ]}
            onChange={(section_as) => save({ section_as })}
          />
        )}
      </div>
      <div>
        <div className="lg:sticky lg:top-20">
          <EventPreview choices={choices} />
        </div>
      </div>
    </div>
  )
}
