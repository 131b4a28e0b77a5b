/** JSONata as Step Functions evaluates it: variables, $states, and the functions that AWS adds. */
package dev.sluice.local.asl.jsonata;
