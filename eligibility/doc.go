// Package eligibility says whether a membership offer of the Microsoft AI
// Cloud Partner Program may be bought or renewed on a day, and if not why, what
// to do, and from when.
//
// Partner Center shows a Buy or Renew button for each offer, and disables it
// while requirements are not met. [Evaluate] answers for one offer what that
// button does: it takes the [Facts] known about a company and the day to judge
// by, and returns a [Decision].
//
//	decision, err := eligibility.Evaluate(eligibility.LegacyGold, facts, today)
//	if err != nil {
//		return err // a fact, the offer or the day is invalid
//	}
//	for reason, row := range decision.Reasons() {
//		fmt.Println(reason.Rule(), reason.Message(), reason.Remedy(), row.From)
//	}
//	for note := range decision.Notes() {
//		fmt.Println(note.Rule, note.Message)
//	}
//
// # The answer is the whole checklist
//
// A decision holds a row for every requirement that the offer has, in the order
// in which Partner Center lists them, each with its state: met, not met or
// unknown. Explanation is not a second mode: there is no answer without it.
// Decision.Notes returns what to know besides the checklist. A decision can be
// printed, ranged over, compared with go-cmp, and stored as JSON and read back.
//
// # What is not known
//
// A fact left unset is unknown, and never passes for yes or no. The verdict is
// [Disabled] as soon as one requirement is known not to be met, [Enabled] when
// all are known to be met, and otherwise [Undetermined]: that is, only if the
// missing facts can turn out so that the button is enabled, and so that it is
// not. Decision.Missing then names each fact that may decide alone.
//
// # When
//
// [NextOpening] answers for the days to come: the first day on which the button will
// be enabled, what it will say, and the last day of that run.
//
// # Offers
//
// There are thirteen offers, in families with a checklist each. [EvaluateAll]
// evaluates all of them, and [partnerrules.Values] lists them.
//
//	family                 offers                                    rows
//	FamilySolutionsPartner six designations, one for each Area       account, window, qualification, billing
//	FamilyLegacy           LegacyGold, LegacySilver                  account, window, qualification, status of 2022, billing, still sold
//	FamilyPack             MicrosoftActionPack                       account, window, billing, no other Action Pack, still sold
//	                       PartnerLaunchBenefits, PartnerSuccessCore,
//	                       PartnerSuccessExpanded                    account, window, billing
//	FamilyLearning         LearningActionPack                        none is published
//
// # Scores, packages, payments
//
// [Assess] judges an area's partner capability score. [CheckPackageChange] and
// [CheckRetention] judge a change of the benefits package and a payment by their days.
//
// # Policies
//
// The functions of the package answer under [Baseline], the edition of 2023-24.
// [InForce] adds the changes that came into force on a published date, which
// are the end of Action Packs and legacy offers. Each decision holds the
// [Policy] it was given under.
//
// # Errors
//
// Reading an invalid text returns a *[partnerrules.ParseError]. The empty text is
// read as the zero value if that has no code, as the zero Offer. Functions return
// an *[partnerrules.InputError], which names the policy, day or fact that is invalid,
// and with it the zero value. Nothing panics.
//
// # Rules
//
// The rules ELG-01 to ELG-24 are listed, with their sources, in RULES.md.
// [Rules] returns them as data. The last column names functions that answer a
// rule, at most 3.
//
//	ELG-01  Verified account           Evaluate
//	ELG-02  Open renewal window        Evaluate
//	ELG-03  Qualified area             Evaluate
//	ELG-04  Status in 2022             Evaluate
//	ELG-05  Billing profile            Evaluate
//	ELG-06  Verification states        Verification.UnmarshalText
//	ELG-07  Choice of benefits         Evaluate
//	ELG-08  One Action Pack            Evaluate
//	ELG-09  Membership to wait for     Evaluate
//	ELG-10  Business information       Decision.Notes
//	ELG-11  Legacy membership in 2022  HeldLegacyStatus
//	ELG-12  Change of package          CheckPackageChange
//	ELG-13  Retired offers             Evaluate, InForce
//	ELG-14  Partner capability score   Assess
//	ELG-15  Verdict and missing facts  Evaluate
//	ELG-16  Next opening               NextOpening
//	ELG-17  One fee                    Decision.Notes
//	ELG-18  Buying role                Role.MayBuy, Decision.Notes
//	ELG-19  Offers                     EvaluateAll
//	ELG-20  Texts of a requirement     Reason.Question, Reason.Message, Reason.Remedy, ...
//	ELG-21  Keeping a designation      CheckRetention
//	ELG-22  Categories of metrics      Assessment.Unmet, Metric.Category
//	ELG-24  Learning Action Pack       Evaluate
package eligibility
