import { useTranslation } from 'react-i18next'
import { Tag } from '#/ui/Tag'
import { GROUP_NAMES, GROUPS } from './kinds'
import type { DepartmentRules, Whose } from './queries'
import { ruleSentence } from './sentence'

/** What holds in a department: a sentence a rule, with whose word it is. */
export function RulesRead({ rules }: { rules: DepartmentRules }) {
  const { t } = useTranslation(['sectionRules', 'telework', 'everyday'])
  const whose = new Map(rules.whose.map((one) => [one.rule, one]))
  return (
    <div className="flex flex-col gap-6">
      {GROUP_NAMES.map((group) => (
        <section key={group} aria-labelledby={`rules-${group}`}>
          <h3 id={`rules-${group}`} className="mb-1 font-bold">
            {t(`group.${group}`)}
          </h3>
          <ul className="border-t border-hair">
            {GROUPS[group].map((name) => (
              <li
                key={name}
                className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 border-b border-hair py-2"
              >
                <span className="min-w-0 grow">{ruleSentence(t, name, rules.effective[name])}</span>
                <WhoseWord whose={whose.get(name)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function WhoseWord({ whose }: { whose: Whose | undefined }) {
  const { t } = useTranslation('sectionRules')
  if (!whose) return null
  if (whose.own) return <Tag tone="accent">{t('whose.own')}</Tag>
  return (
    <span className="text-sm text-quiet">
      {whose.by_default ? t('whose.default') : t('whose.other', { scope: whose.scope, owner: whose.owner })}
    </span>
  )
}
