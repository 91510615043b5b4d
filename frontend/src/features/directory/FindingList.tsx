import { useTranslation } from 'react-i18next'
import { EmptyState } from '#/ui/EmptyState'
import { WarningIcon } from '#/ui/icons'
import { SectionHeading } from '#/ui/SectionHeading'
import { Pages } from './Pages'
import { useFindings } from './queries'
import type { Finding, Run } from './shapes'

/** The entries that made no sense: which, what is wrong, and what to do. */
export function FindingList({ run }: { run: Run }) {
  const { t } = useTranslation('directory')
  const pages = useFindings(run.id)
  return (
    <section aria-labelledby="directory-findings" className="flex flex-col gap-3">
      <SectionHeading id="directory-findings">
        {t('findings.title', { count: run.finding_count })}
      </SectionHeading>
      <p className="max-w-[44em]">{t('findings.lead')}</p>
      <Pages
        label={t('findings.label')}
        pages={pages}
        rowKey={({ entry, code }, place) => `${place} ${entry} ${code}`}
        empty={<EmptyState title={t('findings.none')} />}
      >
        {(finding) => <FindingRow finding={finding} />}
      </Pages>
    </section>
  )
}

function FindingRow({ finding: { entry, code, facts, person } }: { finding: Finding }) {
  const { t } = useTranslation('directory')
  const said = {
    attribute: facts.attribute ?? '',
    value: facts.value || t('changes.empty'),
    line: facts.line ?? '',
  }
  return (
    <div className="flex items-start gap-2">
      <WarningIcon size={20} className="mt-1 text-warn" />
      <div className="min-w-0">
        <p>
          {person && <b className="me-2">{person.name}</b>}
          <span className="font-bold">
            {t(`finding.${code}.what` as 'finding.no_name.what', {
              ...said,
              defaultValue: t('finding.other.what'),
            })}
          </span>
        </p>
        <p className="max-w-[44em] text-sm">
          {t(`finding.${code}.todo` as 'finding.no_name.todo', {
            ...said,
            defaultValue: t('finding.other.todo'),
          })}
        </p>
        <p className="font-mono text-sm break-all text-quiet">{entry}</p>
      </div>
    </div>
  )
}
