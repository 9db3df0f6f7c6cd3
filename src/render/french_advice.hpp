#pragma once

#include "render/translation.hpp"

namespace sellerhealth::render {

/// What a failing check can lead to, and what helps.
inline constexpr Translation french_advice[] = {
    // What a measure is, and asks for.
    {"", ""},
    {"Somebody looks at the account. There is nothing to do unless you are asked.",
     "Un agent contrôle le compte. Il n'y a rien à faire, sauf si on vous le demande."},
    {"Review: a part of the payments is held back for a time. Improve what fails before it lasts.",
     "Vérification~: une partie des paiements est retenue pour un temps limité. Redressez ce qui est manqué avant que "
     "cela ne dure."},
    {"Suspension: no sales, no payments. Hand in a plan of action: what went wrong, what is mended, why it stays so;\n "
     " go on with orders and claims meanwhile. What cannot be mended at once: take the offers offline until it is.",
     "Suspension~: ni ventes ni versements. Fournissez un plan d'action~: ce qui n'allait pas, ce qui est corrigé, "
     "pourquoi\n  cela le restera~; entre-temps, continuez à traiter les commandes et les réclamations. Ce qui ne peut "
     "être corrigé\n  tout de suite~: retirez les offres en ligne en attendant."},
    {"Block: no sales any more, and payments are held for 90 days. Go on with orders and claims.",
     "Blocage~: plus aucune vente, et les paiements sont retenus 90 jours. Continuez à traiter les commandes et les "
     "réclamations."},
    {"can lead to a review of the account", "peut mener à une vérification du compte"},
    {"can lead to a review of the account and, if it lasts, to suspension",
     "peut mener à une vérification du compte et, si cela dure, à la suspension"},
    {"can lead to suspension and, if it is grave, to a block",
     "peut mener à la suspension du compte et, dans les cas graves, à un blocage"},
    {"suspends nobody", "ne suspend personne"},
    {"suspends nobody, but buyers who get no answer leave negative feedback and claim",
     "ne suspend personne, mais un acheteur sans réponse laisse plus souvent une évaluation négative ou une "
     "réclamation"},
    {"What to reckon with, and what to do about what your files show:",
     "À quoi s'attendre, et que faire de ce que montrent vos fichiers~:"},
    {"Nothing to advise: no check fails.", "Rien à conseiller~: aucun objectif n'est manqué."},
    {"Sales rose suddenly: {} in 7 days ({}), {} in the 28 days before",
     "Hausse soudaine des ventes~: {} en 7 jours (du {}), {} sur les 28 jours précédents"},
    {"See that no price is wrong, and that stock and shipping keep up.",
     "Vérifiez qu'aucun prix n'est faux, et que le stock et les expéditions suivent."},
    // What was found, and its remedy.
    {"{} of {}: {}", "{} sur {}~: {}"},
    {"{} claim", "{} réclamation"},
    {"{} claims", "{} réclamations"},
    {"{} negative rating", "{} évaluation négative"},
    {"{} negative ratings", "{} évaluations négatives"},
    {"{} defect", "{} commande défectueuse"},
    {"{} defects", "{} commandes défectueuses"},
    {"{} cancellation", "{} annulation"},
    {"{} cancellations", "{} annulations"},
    {"{} late shipment", "{} expédition en retard"},
    {"{} late shipments", "{} expéditions en retard"},
    {"{} late answer", "{} réponse en retard"},
    {"{} late answers", "{} réponses en retard"},
    {"{} open violation", "{} violation non résolue"},
    {"{} open violations", "{} violations non résolues"},
    {"{}, until {}", "{}, jusqu'au {}"},
    {"{}, the first until {}", "{}, pour la première jusqu'au {}"},
    {"of a kind that is not told", "d'un type non précisé"},
    {"item not received", "article non reçu"},
    {"Ship what you send yourself with tracking, and answer buyers who ask for their parcel before they claim.",
     "Expédiez avec suivi ce que vous envoyez vous-même, et répondez aux acheteurs qui demandent leur colis avant "
     "qu'ils ne réclament."},
    {"not as described", "article non conforme à la description"},
    {"Describe the items exactly, their condition too, and check what is packed.",
     "Décrivez les articles avec précision, leur état aussi, et contrôlez ce que vous emballez."},
    {"refund missing", "remboursement manquant"},
    {"Refund a returned item as soon as it is back.", "Remboursez un article retourné dès sa réception."},
    {"Settle such cases, by a refund if need be, before the buyer claims.",
     "Réglez ces cas, au besoin par un remboursement, avant que l'acheteur ne réclame."},
    {"the export tells no reason", "le fichier n'en dit pas la raison"},
    {"A column claim-reason would tell what to mend.", "Une colonne claim-reason dirait quoi corriger."},
    {"still to be answered", "réponse encore attendue"},
    {"Refund the buyer or state your case: sellerhealth deadlines lists them.",
     "Remboursez l'acheteur ou exposez votre cas~: sellerhealth deadlines en donne la liste."},
    {"can still be withdrawn by the buyer", "retrait par l'acheteur encore possible"},
    {"Solve the problem, then ask for the withdrawal; offer nothing in return.",
     "Résolvez le problème, puis demandez le retrait~; n'offrez rien en échange."},
    {"too old for the buyer to withdraw", "délai de retrait par l'acheteur dépassé"},
    {"Ask the marketplace to remove those that are about the product, or a delivery of its own.",
     "Demandez à la place de marché de retirer celles qui portent sur le produit, ou sur une livraison dont elle s'est "
     "chargée."},
    {"chargeback for your service", "contestation de prélèvement liée au service fourni"},
    {"Ship only to the address given, valuable goods with tracking; send what the bank asks for while it asks.",
     "N'expédiez qu'à l'adresse fournie, et avec suivi ce qui a de la valeur~; envoyez ce que la banque demande tant "
     "qu'elle le demande."},
    {"the buyer's message was answered late, or never",
     "message de l'acheteur sans réponse, ou avec une réponse en retard"},
    {"Set time aside for messages every day, and keep templates for what is often asked.",
     "Dégagez du temps chaque jour pour les messages, et gardez des modèles de réponse aux questions fréquentes."},
    {"shipped late, or overdue", "expédition en retard, ou échéance dépassée"},
    {"Offer a handling time that you can keep.", "Proposez un délai de traitement que vous pouvez tenir."},
    {"Update the stock of your offers every day, by file or by a stock system.",
     "Mettez à jour chaque jour le stock de vos offres, par fichier ou par un système de gestion de stock."},
    {"It cancels what is not confirmed as shipped in time: confirm each shipment on its day.",
     "Elle annule ce qui n'est pas confirmé comme expédié à temps~: confirmez chaque expédition le jour même."},
    {"shipped after the promise", "expédition après la promesse"},
    {"not shipped though the promise is past", "promesse dépassée, pas encore d'expédition"},
    {"Ship these first, or refund them and tell the buyers.",
     "Expédiez-les en premier, ou remboursez-les et prévenez les acheteurs."},
    {"Answer them today; mark those that need no answer: they do not count then.",
     "Répondez-y aujourd'hui~; marquez les messages sans besoin de réponse~: ils ne comptent plus."},
    {"answered after more than 24 hours", "réponse après plus de 24 heures"},
    {"Stop what the notice names and answer it at once, or contest it if it is wrong.",
     "Cessez ce que la notification désigne et répondez-y aussitôt, ou contestez-la si elle est infondée."},
    {"Begin there: it does worse than the account as a whole.",
     "Commencez par là~: c'est moins bon que l'ensemble du compte."},
};

}  // namespace sellerhealth::render
